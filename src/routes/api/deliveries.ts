import { createRoute, z } from '@hono/zod-openapi'
import type { DeliveryEvent } from '../../domain/deliveries/lifecycle'
import { deliveryOfOrder } from '../../domain/deliveries/queries'
import { moveDelivery } from '../../domain/orders/serving/move-delivery'
import type { Ctx } from '../../domain/shared/ctx'
import type { C } from '../kit/context'
import { NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { run } from '../kit/run'
import { idParam, jsonBody } from './bodies'
import { staffCtx } from './place'
import { granted } from './refusals'
import { apiRouter } from './router'
import { answers, deliverySchema } from './schemas'

export const deliveries = apiRouter()
const path = '/orchestration/delivery/orders/{id}'

const eventOf = {
  assigned: 'assign',
  picked_up: 'pickUp',
  delivered: 'deliver',
  cancelled: 'cancel',
} as const satisfies Record<string, DeliveryEvent>

async function shown(c: C, ctx: Ctx, orderId: string): Promise<z.infer<typeof deliverySchema>> {
  const delivery = await deliveryOfOrder(c.var.deps.db, ctx, orderId)
  if (!delivery) throw new NotFound()
  return {
    delivery_id: delivery.id,
    order_id: delivery.orderId,
    address: delivery.address,
    status: delivery.status,
    driver_id: delivery.driverId,
    created_at: delivery.createdAt.toISOString(),
  }
}

deliveries.openapi(
  createRoute({
    method: 'get',
    path,
    summary: 'The delivery of an order; id is the order’s',
    middleware: [need('works')] as const,
    request: { params: idParam },
    responses: answers(200, deliverySchema, 'The delivery'),
  }),
  async (c) => {
    const { ctx, orderId } = await staffCtx(c, c.req.valid('param').id, 'dispatch.use')
    return c.json(await shown(c, ctx, orderId), 200)
  },
)

const deliveryBody = z
  .strictObject({
    driver_id: z.string().trim().min(1).max(80).optional(),
    status: z.enum(['assigned', 'picked_up', 'delivered', 'cancelled']).optional(),
  })
  .refine((body) => body.driver_id !== undefined || body.status !== undefined, {
    message: 'driver_id or status is needed',
  })

deliveries.openapi(
  createRoute({
    method: 'patch',
    path,
    summary: 'Names the driver or moves the delivery on; a driver alone means assigned',
    middleware: [need('works')] as const,
    request: { params: idParam, ...jsonBody(deliveryBody) },
    responses: answers(200, deliverySchema, 'The delivery, moved'),
  }),
  async (c) => {
    const { ctx, orderId } = await staffCtx(c, c.req.valid('param').id, 'dispatch.use')
    const { driver_id: driverId, status = 'assigned' } = c.req.valid('json')
    granted(await run(c, moveDelivery, { orderId, event: eventOf[status], ...(driverId ? { driverId } : {}) }, ctx))
    return c.json(await shown(c, ctx, orderId), 200)
  },
)
