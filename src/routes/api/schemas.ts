import { z } from '@hono/zod-openapi'

/** Shapes of api.md, once: they validate, type and document. Money is in minor units, instants are ISO 8601 UTC. */
const id = z.string()
const instant = z.iso.datetime()
const money = z.int()
export const orderType = z.enum(['takeout', 'dine_in', 'delivery'])

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    lines: z.array(z.looseObject({ menu_item_id: id, available: z.int().optional() })).optional(),
    request_id: z.string(),
  })
  .openapi('Problem')

export const userSchema = z
  .object({
    id,
    username: z.string().nullable(),
    email: z.string().nullable(),
    role: z.enum(['customer', 'staff', 'admin']),
    customer_id: id.nullable(),
    created_at: instant,
  })
  .openapi('User')

export const itemSchema = z
  .object({
    id,
    name: z.string(),
    price: money,
    description: z.string(),
    category: z.string().nullable(),
    image_url: z.string().nullable(),
    available: z.boolean(),
    stock: z.int().nullable(),
  })
  .openapi('MenuItem')

export const paymentSchema = z
  .object({
    id,
    payment_id: id,
    order_id: id,
    amount: money,
    status: z.enum(['pending', 'paid', 'failed', 'refunded', 'partially_refunded']),
    method: z.string(),
    payment_url: z.string().optional(),
    created_at: instant,
  })
  .openapi('Payment')

export const orderSchema = z
  .object({
    id,
    order_id: id,
    order_number: z.string().nullable(),
    store_id: id,
    customer_id: id.nullable(),
    order_type: orderType,
    status: z.enum(['unpaid', 'pending_payment', 'paid', 'preparing', 'ready', 'delivering', 'completed', 'cancelled']),
    payment_status: z.string(),
    items: z.array(
      z.object({
        id,
        menu_item_id: id,
        name: z.string(),
        quantity: z.int(),
        unit_price: money,
        options: z.array(z.object({ id, name: z.string(), price: money })),
        line_total: money,
      }),
    ),
    subtotal: money,
    discount_total: money,
    service_charge: money,
    total_amount: money,
    saga_id: id.nullable(),
    payment: paymentSchema.nullable(),
    points_earned: z.int(),
    created_at: instant,
  })
  .openapi('Order')

export const historySchema = z.object({
  items: z.array(z.object({ status: z.string(), changed_at: instant, actor: z.string() })),
})

export const kitchenOrderSchema = z
  .object({
    kitchen_order_id: id,
    order_id: id,
    items: z.array(z.object({ id, menu_item_id: id, name: z.string(), quantity: z.int(), done: z.boolean() })),
    status: z.enum(['queued', 'preparing', 'ready', 'cancelled']),
    estimated_time: z
      .int()
      .openapi({ description: 'Minutes the kitchen needs, from its backlog when the order came in' }),
    created_at: instant,
  })
  .openapi('KitchenOrder')

export const deliverySchema = z
  .object({
    delivery_id: id,
    order_id: id,
    address: z.string(),
    status: z.enum(['pending', 'assigned', 'picked_up', 'delivered', 'cancelled']),
    driver_id: z.string().nullable(),
    created_at: instant,
  })
  .openapi('Delivery')

export const customerSchema = z
  .object({
    id,
    customer_id: id,
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    points: z.int(),
  })
  .openapi('Customer')

export const sagaSchema = z
  .object({
    saga_id: id,
    order_id: id,
    status: z.enum(['pending_start', 'executing', 'completed', 'compensating', 'compensated']),
    executed_steps: z.array(z.string()),
    steps: z.array(
      z.object({
        name: z.string(),
        status: z.string(),
        attempts: z.int(),
        error: z.string().nullable(),
        started_at: instant,
        finished_at: instant.nullable(),
      }),
    ),
    payload: z.record(z.string(), z.unknown()),
  })
  .openapi('Saga')

const problemContent = { 'application/problem+json': { schema: problemSchema } }
const problems = {
  401: 'No token, or one that does not hold',
  403: 'Signed in, but without the permission',
  404: 'Not there, or not yours',
  409: 'The state or the stock does not allow it',
  422: 'The request does not hold together',
  429: 'Too many tries; Retry-After says when',
} as const

/** The success of a route and the problems every route may answer with. */
export const answers = <S extends z.ZodType, const N extends 200 | 201>(status: N, schema: S, description: string) =>
  ({
    [status]: { description, content: { 'application/json': { schema } } },
    ...Object.fromEntries(
      Object.entries(problems).map(([code, text]) => [code, { description: text, content: problemContent }]),
    ),
  }) as Record<N, { description: string; content: { 'application/json': { schema: S } } }>
