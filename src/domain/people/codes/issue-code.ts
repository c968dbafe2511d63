import type { Db, Tx } from '../../../db/connect'
import { enqueue } from '../../outbox/enqueue'
import type { Lang } from '../../shared/ctx'
import { newId } from '../../shared/ids'
import { type TooMany, tooMany } from '../rate-limit'
import { codeHash, codeOf, codeRules, type Purpose } from './code'

export type NewCode = {
  purpose: Purpose
  /** E.164. */
  phone: string
  accountId: string | null
  /** What will be done once the code came back. */
  payload: object
  /** The browser that asked, as its cookie's hash: the code is worth nothing in another. */
  visitor: string
  lang: Lang
}

/** Whether another code may go to this phone, and from this address. Counts it; takes the pool. */
export const tooManyCodes = async (db: Db, now: Date, phone: string, from: string): Promise<TooMany | null> =>
  (await tooMany(db, 'codesFrom', from, now)) ?? (await tooMany(db, 'codesTo', phone, now))

const keptMs = 86_400_000

/** Makes a code and has it sent, and forgets those that ran out a day ago with all they carried. Gives the id of this issue. */
export async function issueCode(tx: Tx, now: Date, secret: string, input: NewCode): Promise<string> {
  const { purpose, phone, accountId, payload, visitor, lang } = input
  const id = newId()
  await tx
    .deleteFrom('verificationCode')
    .where('expiresAt', '<', new Date(now.getTime() - keptMs))
    .execute()
  await tx
    .insertInto('verificationCode')
    .values({
      id,
      purpose,
      phone,
      accountId,
      payload: JSON.stringify({ ...payload, visitor, lang }),
      codeHash: codeHash(secret, id, codeOf(secret, id)),
      createdAt: now,
      expiresAt: new Date(now.getTime() + codeRules.minutes * 60_000),
    })
    .execute()
  await enqueue(tx, 'code.send', { codeId: id, lang }, { maxAttempts: 4 })
  return id
}
