import type { Tx } from '../../../db/connect'
import { enqueue } from '../../outbox/enqueue'
import { newId } from '../../shared/ids'
import { ok, type Result, refuse } from '../../shared/result'
import { type DemoCharge, findCharge } from './charge'

export type { DemoCharge } from './charge'

/** What the payer may press on the bank's page. */
export type DemoChoice = 'approve' | 'decline' | 'cancel' | 'time_out' | 'approve_late' | 'call_back_twice'
export type DemoRefusal = { reason: 'not_found' } | { reason: 'already_settled'; status: DemoCharge['status'] }

const silentMs = 60_000
const lateMs = 15_000

export type NewCharge = Pick<
  DemoCharge,
  'merchantRef' | 'amount' | 'currency' | 'title' | 'lang' | 'returnUrl' | 'cancelUrl' | 'callbackUrl' | 'callbackKey'
>

/** Opens a charge; the same merchant's reference gives the same charge. */
export async function openCharge(tx: Tx, now: Date, input: NewCharge): Promise<DemoCharge> {
  await tx
    .insertInto('demoCharge')
    .values({ id: newId(), ...input, status: 'pending', createdAt: now })
    .onConflict((c) => c.column('merchantRef').doNothing())
    .execute()
  const charge = await findCharge(tx, { merchantRef: input.merchantRef })
  return charge!
}

/**
 * The payer's choice. Answers where the bank sends the payer next (null: nowhere, the page just says so). Reports to the merchant leave
 * through the outbox: `time_out` takes the money but says nothing for a minute, `approve_late` approves a quarter of a minute later
 * (or after `lateSeconds`), `call_back_twice` reports twice. Refuses: not_found, already_settled.
 */
export async function chooseAtBank(
  tx: Tx,
  now: Date,
  input: { chargeId: string; choice: DemoChoice; lateSeconds?: number },
): Promise<Result<{ redirectUrl: string | null }, DemoRefusal>> {
  const charge = await lockCharge(tx, input.chargeId)
  if (!charge) return refuse({ reason: 'not_found' })
  if (charge.status !== 'pending' || charge.approvesAt)
    return refuse({ reason: 'already_settled', status: charge.status })
  const back = `${charge.returnUrl}${charge.returnUrl.includes('?') ? '&' : '?'}charge=${charge.id}`
  switch (input.choice) {
    case 'approve':
      await settle(tx, now, charge, { status: 'approved' })
      await report(tx, charge, 'once')
      return ok({ redirectUrl: back })
    case 'call_back_twice':
      await settle(tx, now, charge, { status: 'approved' })
      await report(tx, charge, 'once')
      await report(tx, charge, 'twice')
      return ok({ redirectUrl: back })
    case 'decline':
    case 'cancel':
      await settle(tx, now, charge, { status: input.choice === 'decline' ? 'declined' : 'cancelled' })
      await report(tx, charge, 'once')
      return ok({ redirectUrl: back })
    case 'time_out':
      await settle(tx, now, charge, { status: 'approved', silentUntil: new Date(now.getTime() + silentMs) })
      return ok({ redirectUrl: null })
    case 'approve_late': {
      const approvesAt = new Date(now.getTime() + (input.lateSeconds === undefined ? lateMs : input.lateSeconds * 1000))
      await tx.updateTable('demoCharge').set({ approvesAt }).where('id', '=', charge.id).execute()
      await report(tx, charge, 'late', approvesAt)
      return ok({ redirectUrl: back })
    }
  }
}

/** Approves a charge whose time to be approved late has come. Gives the charge to report, or null when there is none. */
export async function approveIfDue(tx: Tx, now: Date, chargeId: string): Promise<DemoCharge | null> {
  const charge = await lockCharge(tx, chargeId)
  if (!charge) return null
  if (charge.status === 'pending' && charge.approvesAt && charge.approvesAt <= now) {
    await settle(tx, now, charge, { status: 'approved' })
  }
  return charge
}

/** Sends money back; one key sends once. Refuses: not_found, too_much. */
export async function refundCharge(
  tx: Tx,
  now: Date,
  input: { chargeId: string; amount: number; key: string },
): Promise<Result<{ id: string }, { reason: 'not_found' } | { reason: 'too_much'; left: number }>> {
  const charge = await lockCharge(tx, input.chargeId)
  if (!charge) return refuse({ reason: 'not_found' })
  const before = await tx
    .selectFrom('demoRefund')
    .select('id')
    .where('chargeId', '=', charge.id)
    .where('key', '=', input.key)
    .executeTakeFirst()
  if (before) return ok(before)
  const left = charge.status === 'approved' ? charge.amount - charge.refundedAmount : 0
  if (input.amount > left) return refuse({ reason: 'too_much', left })
  const id = newId()
  await tx
    .insertInto('demoRefund')
    .values({ chargeId: charge.id, key: input.key, id, amount: input.amount, createdAt: now })
    .execute()
  await tx
    .updateTable('demoCharge')
    .set({ refundedAmount: charge.refundedAmount + input.amount })
    .where('id', '=', charge.id)
    .execute()
  return ok({ id })
}

async function lockCharge(tx: Tx, id: string): Promise<DemoCharge | null> {
  const row = await tx.selectFrom('demoCharge').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return (row as DemoCharge | undefined) ?? null
}

async function settle(
  tx: Tx,
  now: Date,
  charge: DemoCharge,
  to: Pick<DemoCharge, 'status'> & { silentUntil?: Date },
): Promise<void> {
  await tx
    .updateTable('demoCharge')
    .set({ ...to, settledAt: now })
    .where('id', '=', charge.id)
    .execute()
  Object.assign(charge, to, { settledAt: now })
}

const report = (tx: Tx, { id }: DemoCharge, time: string, runAt?: Date): Promise<void> =>
  enqueue(
    tx,
    'demo.callback',
    { chargeId: id },
    { key: `demo:${id}:${time}`, maxAttempts: 8, ...(runAt ? { runAt } : {}) },
  )
