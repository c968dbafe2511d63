import { createHash, createHmac } from 'node:crypto'

/** What a table keeps of a long secret that a browser, a link or a provider holds: whoever copies the table has none of them. SHA-256, hex. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** What only this installation can work out (HMAC-SHA-256): short codes follow from it, and their hashes cannot be tried out without `key`. */
export const digest = (key: string, text: string): Buffer => createHmac('sha256', key).update(text).digest()
