import { digest } from '../secret'

/** Letters and digits that are told apart when read aloud. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const codeLength = 8

/** A code of so many letters, as these bytes have it. */
export function spelled(bytes: Buffer, length: number): string {
  let rest = bytes.readBigUInt64BE()
  let code = ''
  for (let i = 0; i < length; i++) {
    code += alphabet[Number(rest % BigInt(alphabet.length))]
    rest /= BigInt(alphabet.length)
  }
  return code
}

/**
 * The link's token and the code of an invitation. They are made from its id with the server's secret: the page can show them again,
 * while the table holds only hashes, and a copy of it opens no door.
 */
export function secretsOf(secret: string, id: string): { token: string; code: string } {
  const bytes = (use: string) => digest(secret, `invitation ${use} ${id}`)
  const token = bytes('token').subarray(0, 24).toString('base64url')
  return { token, code: spelled(bytes('code'), codeLength) }
}

/** A code as it was typed or read aloud, in capitals and without spaces. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
