import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { confirmCash } from '../../domain/orders/paying/confirm-cash'
import { need } from '../kit/guard'
import { idempotencyKey } from '../kit/headers'
import { run } from '../kit/run'
import { idParam, jsonBody } from './bodies'
import { once } from './once'
import { paymentShape } from './order-shape'
import { seenOrder, staffCtx } from './place'
import { granted } from './refusals'
import { apiRouter } from './router'
import { answers, paymentSchema } from './schemas'

export const payments = apiRouter()

const confirmation = createRoute({
  method: 'post',
  path: '/orchestration/payments/{id}/confirm',
  summary: 'Staff confirm that cash was received; id is the payment’s or its order’s',
  middleware: [need('works'), once] as const,
  request: {
    params: idParam,
    ...jsonBody(z.strictObject({ tendered: z.int().min(0).max(1_000_000_000).optional() }), false),
  },
  responses: answers(200, paymentSchema, 'The payment, paid'),
})

payments.openapi(confirmation, async (c) => {
  const { tendered } = c.req.valid('json')
  const { ctx, orderId } = await staffCtx(c, c.req.valid('param').id, 'counter.use')
  const key = idempotencyKey(c) ?? randomUUID()
  const taken = granted(
    await run(c, confirmCash, { orderId, key, ...(tendered === undefined ? {} : { tendered }) }, ctx),
  )
  const { order } = await seenOrder(c, taken.orderId)
  const payment = order.payments.find(({ id }) => id === taken.paymentId)
  if (!payment) throw new Error('a confirmed payment is not on its order')
  return c.json(paymentShape(order.id, payment), 200)
})
