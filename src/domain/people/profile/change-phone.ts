import type { Db } from '../../../db/connect'
import type { Lang } from '../../shared/ctx'
import { inTransaction } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import { freePhone } from '../codes/free-phone'
import { issueCode, tooManyCodes } from '../codes/issue-code'
import { type CodeRefusal, tryCode, useCode } from '../codes/try-code'
import { readMobile } from '../phone'
import { type ProofRefusal, provePassword } from './own-password'

/**
 * Sends a code to the phone somebody wants to have from now on. The password is asked, because the phone opens the account when the
 * password is forgotten. Says nothing about whose the phone is. Gives the code's id.
 */
export async function beginPhoneChange(
  db: Db,
  now: Date,
  secret: string,
  input: { accountId: string; phone: string; password: string; from: string; visitor: string; lang: Lang },
): Promise<Result<string, ProofRefusal | { reason: 'bad_mobile' }>> {
  const phone = readMobile(input.phone)
  if (!phone) return refuse({ reason: 'bad_mobile' })
  const { accountId, visitor, lang } = input
  const proven = await provePassword(db, now, accountId, input.password)
  if (!proven.ok) return proven
  const limited = await tooManyCodes(db, now, phone, input.from)
  if (limited) return refuse(limited)
  return inTransaction(
    db,
    async (tx): Promise<Result<string, never>> =>
      ok(await issueCode(tx, now, secret, { purpose: 'change_phone', phone, accountId, payload: {}, visitor, lang })),
  )
}

/** Makes the proven phone the account's. One that another account has proven stays with it: `taken`. */
export async function finishPhoneChange(
  db: Db,
  now: Date,
  secret: string,
  { accountId, ...proof }: { accountId: string; id: string; code: string; from: string; visitor: string },
): Promise<Result<void, CodeRefusal | { reason: 'taken' }>> {
  const tried = await tryCode(db, now, secret, { ...proof, purpose: 'change_phone' })
  if (!tried.ok) return tried
  if (tried.value.accountId !== accountId) return refuse({ reason: 'not_found' })
  const { phone } = tried.value
  return inTransaction(db, async (tx): Promise<Result<void, CodeRefusal | { reason: 'taken' }>> => {
    if (!(await useCode(tx, now, proof.id))) return refuse({ reason: 'over' })
    await freePhone(tx, phone)
    const other = await tx
      .selectFrom('account')
      .select('id')
      .where('phone', '=', phone)
      .where('id', '<>', accountId)
      .executeTakeFirst()
    if (other) return refuse({ reason: 'taken' })
    const change = { phone, phoneVerifiedAt: now, updatedAt: now }
    await tx.updateTable('account').set(change).where('id', '=', accountId).execute()
    return ok(undefined)
  })
}
