import { createRoute, z } from '@hono/zod-openapi'
import { setKitchenStatus } from '../../domain/orders/cooking/set-kitchen-status'
import type { Ctx } from '../../domain/shared/ctx'
import { kitchenOrder } from '../../domain/tickets/queries'
import { textIn } from '../../views/ui/words'
import type { C } from '../kit/context'
import { NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { run } from '../kit/run'
import { idParam, jsonBody } from './bodies'
import { staffCtx } from './place'
import { granted } from './refusals'
import { apiRouter } from './router'
import { answers, kitchenOrderSchema } from './schemas'

export const kitchenOrders = apiRouter()
const path = '/orchestration/kitchen/orders/{id}'

async function shown(c: C, ctx: Ctx, orderId: string): Promise<z.infer<typeof kitchenOrderSchema>> {
  const order = await kitchenOrder(c.var.deps.db, ctx, orderId)
  if (!order) throw new NotFound()
  return {
    kitchen_order_id: order.kitchenOrderId,
    order_id: order.orderId,
    items: order.items.map((item) => ({
      id: item.orderLineId,
      menu_item_id: item.dishId,
      name: textIn(item.name, ctx.lang),
      quantity: item.quantity,
      done: item.isDone,
    })),
    status: order.status,
    estimated_time: order.estimatedMinutes,
    created_at: order.createdAt.toISOString(),
  }
}

kitchenOrders.openapi(
  createRoute({
    method: 'get',
    path,
    summary: 'The kitchen’s view of an order; id is the order’s',
    middleware: [need('works')] as const,
    request: { params: idParam },
    responses: answers(200, kitchenOrderSchema, 'The kitchen order'),
  }),
  async (c) => {
    const { ctx, orderId } = await staffCtx(c, c.req.valid('param').id, 'kitchen.use')
    return c.json(await shown(c, ctx, orderId), 200)
  },
)

kitchenOrders.openapi(
  createRoute({
    method: 'patch',
    path,
    summary: 'The kitchen starts or finishes an order',
    middleware: [need('works')] as const,
    request: { params: idParam, ...jsonBody(z.strictObject({ status: z.enum(['preparing', 'ready']) })) },
    responses: answers(200, kitchenOrderSchema, 'The kitchen order, moved'),
  }),
  async (c) => {
    const { ctx, orderId } = await staffCtx(c, c.req.valid('param').id, 'kitchen.use')
    granted(await run(c, setKitchenStatus, { orderId, status: c.req.valid('json').status }, ctx))
    return c.json(await shown(c, ctx, orderId), 200)
  },
)
