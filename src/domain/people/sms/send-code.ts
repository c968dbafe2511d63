import type { Effect } from '../../shared/effect'
import { codeOf } from '../codes/code'
import type { Sent } from './sender'

/**
 * Carries a code to its phone. The message is noted before it goes out, under the code's own id, which every further try of this issue
 * bears as well, so that the gateway sends it once. A code that has run out meanwhile, or that no account asked for, stays unsent.
 */
export const sendCode: Effect<'code.send'> = async (
  { db, codes, now },
  { codeId: id, lang },
  { attempt, maxAttempts },
) => {
  const wanted = await db
    .selectFrom('verificationCode')
    .select(['phone', 'purpose', 'accountId'])
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now())
    .executeTakeFirst()
  if (!wanted || !codes.sender || (wanted.purpose === 'reset' && !wanted.accountId)) return
  const { sender } = codes
  const { phone } = wanted

  await db
    .insertInto('smsMessage')
    .values({ id, phone, gateway: sender.name, status: 'sending', createdAt: now() })
    .onConflict((again) => again.column('id').doUpdateSet({ status: 'sending', error: null, settledAt: null }))
    .execute()
  const code = codeOf(codes.secret, id)
  const sent = await sender.send({ id, phone, code, text: codes.text(code, lang) })
  await db
    .updateTable('smsMessage')
    .set({ ...settled(sent), settledAt: now() })
    .where('id', '=', id)
    .execute()
  if (sent.status !== 'sent' && sent.isRetryable && attempt < maxAttempts)
    throw new Error(`${sender.name}: ${sent.error}`)
}

const settled = (sent: Sent) =>
  sent.status === 'sent'
    ? { status: sent.status, externalRef: sent.externalRef, error: null }
    : { status: sent.status, error: sent.error.slice(0, 300) }
