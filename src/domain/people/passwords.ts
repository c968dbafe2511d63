import { hash, verify } from '@node-rs/bcrypt'

/** 2^10 rounds, off the main thread: about 50 ms of one core. */
const cost = 10
/** bcrypt reads 72 bytes; what a longer password adds would not count. */
export const passwordBytes = { min: 8, max: 72 } as const

export function isPassword(password: string): boolean {
  const bytes = Buffer.byteLength(password)
  return bytes >= passwordBytes.min && bytes <= passwordBytes.max
}

export const hashPassword = (password: string): Promise<string> => hash(password, { cost })

let decoy: Promise<string> | undefined

/** Whether the password is the account's. Without an account it takes as long, so that the time tells nothing. */
export async function isRightPassword(password: string, known: string | null): Promise<boolean> {
  decoy ??= hashPassword('no account has this password')
  const isSame = await verify(password, known ?? (await decoy))
  return isSame && known !== null
}
