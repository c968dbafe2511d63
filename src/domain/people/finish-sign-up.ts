import { z } from 'zod'
import type { Db } from '../../db/connect'
import { inTransaction } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import type { Person } from './accounts'
import { adoptOrders } from './adopt-orders'
import { type Arrival, arrive } from './arrive'
import { freePhone } from './codes/free-phone'
import { type CodeRefusal, tryCode, useCode } from './codes/try-code'
import { type AccountRefusal, createAccount } from './sign-up'

const wanted = z.object({
  username: z.string().nullable(),
  email: z.string().nullable(),
  name: z.string(),
  passwordHash: z.string(),
  lang: z.string(),
})

export type Proof = { id: string; code: string; from: string; arrival: Arrival }

/**
 * Opens the account that was asked for, its phone proven by the code, and signs it in; the guest's cart and recent orders come along.
 * A login or phone that somebody took meanwhile is refused. Takes the pool: the try is counted.
 */
export async function finishSignUp(
  db: Db,
  now: Date,
  secret: string,
  { id, code, from, arrival }: Proof,
): Promise<Result<Person & { token: string }, CodeRefusal | AccountRefusal>> {
  const tried = await tryCode(db, now, secret, { id, purpose: 'sign_up', visitor: arrival.visitor, code, from })
  if (!tried.ok) return tried
  const { phone, payload } = tried.value
  const account = wanted.parse(payload)
  return inTransaction(db, async (tx): Promise<Result<Person & { token: string }, CodeRefusal | AccountRefusal>> => {
    if (!(await useCode(tx, now, id))) return refuse({ reason: 'over' })
    await freePhone(tx, phone)
    const created = await createAccount(tx, now, { ...account, phone, phoneVerifiedAt: now })
    if (!created.ok) return created
    const { accountId } = created.value
    await adoptOrders(tx, now, arrival.visitor, accountId)
    return ok({ ...created.value, token: await arrive(tx, now, accountId, arrival) })
  })
}
