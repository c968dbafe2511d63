import type { Tx } from '../../../db/connect'
import { type Attempt, findAttempts, moveAttempt, openAttempt } from '../../payments/attempts'
import { gatewayNamed, type StartInput } from '../../payments/gateway'
import type { Ctx } from '../../shared/ctx'
import type { EffectDeps } from '../../shared/effect'
import { inTransaction } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import { visibleOrder } from '../find-order'
import { isOver } from '../lifecycle'
import type { WorkOrder } from '../unit-of-work/work-order'
import { askLater } from './ask-later'
import { resolveAttempt } from './resolve-attempt'

export type PayUrls = { returnUrl: string; cancelUrl: string; callbackUrl: string }
export type StartRefusal =
  | { reason: 'not_found' }
  | { reason: 'already_paid' }
  | { reason: 'order_over' }
  | { reason: 'gateway_refused'; error: string }
  | { reason: 'gateway_silent' }

type Input = { orderId: string; urls: PayUrls; token?: string }
type Begun = { attempt: Pick<Attempt, 'id' | 'status' | 'paymentUrl'>; amount: number; currency: string; title: string }

/**
 * Begins the online payment of a draft and says where to send the payer; called again it gives the same place. The attempt is stored
 * before anything is sent; a lost answer is unknown and will be asked about (R21). Refuses as StartRefusal says.
 */
export async function startPayment(
  deps: EffectDeps,
  ctx: Ctx,
  input: Input,
): Promise<Result<{ paymentUrl: string }, StartRefusal>> {
  const begun = await inTransaction(deps.db, (tx) => begin(tx, ctx, input.orderId, deps.gateways.online))
  if (!begun.ok) return begun
  const { attempt, amount, currency, title } = begun.value
  if (attempt.paymentUrl) return ok({ paymentUrl: attempt.paymentUrl })

  const asked: StartInput = {
    attemptId: attempt.id,
    amount,
    currency,
    title,
    lang: ctx.lang,
    ...input.urls,
    ...(input.token && { token: input.token }),
  }
  const started = await gatewayNamed(deps.gateways, deps.gateways.online).start(asked)
  const answer = await inTransaction<StartRefusal | null, never>(deps.db, async (tx) =>
    ok(await note(tx, { ...ctx, now: deps.now() }, input, attempt, started)),
  )
  if (answer.ok && answer.value) return refuse(answer.value)
  if (started.status === 'started' && started.paymentUrl) return ok({ paymentUrl: started.paymentUrl })
  // Nothing for the payer to do elsewhere: how it stands is known at once.
  await resolveAttempt(deps, { brandId: ctx.brandId, attemptId: attempt.id })
  return ok({ paymentUrl: input.urls.returnUrl })
}

async function begin(tx: Tx, ctx: Ctx, orderId: string, gateway: string): Promise<Result<Begun, StartRefusal>> {
  const order = await visibleOrder(tx, ctx, orderId)
  if (!order) return refuse({ reason: 'not_found' })
  if (isOver(order.fulfilment)) return refuse({ reason: 'order_over' })
  const payment = order.payments.find((p) => p.method === 'online' && p.status === 'pending')
  if (!payment || order.fulfilment !== 'draft') return refuse({ reason: 'already_paid' })

  const { amount } = payment
  const { currency } = order
  const title = await titleOf(tx, order)
  const known = (await openAttempts(tx, order)).at(-1)
  if (known) return ok({ attempt: known, amount, currency, title })
  const id = await openAttempt(tx, ctx, { paymentId: payment.id, gateway })
  return ok({ attempt: { id, status: 'starting', paymentUrl: null }, amount, currency, title })
}

/** What the payer reads on the gateway's page: whose bill it is. */
async function titleOf(tx: Tx, { brandId, storeId }: WorkOrder): Promise<string> {
  const row = await tx
    .selectFrom('store as s')
    .innerJoin('brand as b', 'b.id', 's.brandId')
    .select(['b.name as brand', 's.name as store'])
    .where('s.brandId', '=', brandId)
    .where('s.id', '=', storeId)
    .executeTakeFirstOrThrow()
  return `${row.brand} ${row.store}`
}

/** One that was begun and not answered is begun again under its own number: the gateway knows it by that. */
async function openAttempts(tx: Tx, order: WorkOrder): Promise<Attempt[]> {
  const attempts = await findAttempts(tx, { brandId: order.brandId, orderId: order.id })
  return attempts.filter(({ status }) => status === 'starting' || status === 'started')
}

async function note(
  tx: Tx,
  ctx: Ctx,
  { orderId }: Input,
  attempt: Begun['attempt'],
  started: Awaited<ReturnType<ReturnType<typeof gatewayNamed>['start']>>,
): Promise<StartRefusal | null> {
  const place = { brandId: ctx.brandId, storeId: ctx.storeId, orderId }
  switch (started.status) {
    case 'started': {
      const { externalRef, paymentUrl } = started
      // Another request may have asked at the same moment; the gateway gave it the same answer.
      await moveAttempt(tx, ctx, attempt, 'start', { externalRef, paymentUrl })
      return null
    }
    case 'refused':
      await moveAttempt(tx, ctx, attempt, 'decline', { error: started.error })
      return { reason: 'gateway_refused', error: started.error }
    case 'unknown':
      await moveAttempt(tx, ctx, attempt, 'lose', { error: started.error })
      await askLater(tx, ctx, { ...place, attemptId: attempt.id, round: 0 })
      return { reason: 'gateway_silent' }
  }
}
