import { z } from '@hono/zod-openapi'
import { orderType } from './schemas'

/** Query of every list: `limit` up to 200 and the `cursor` the last answer gave. */
export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
})

export const listOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() })

export const idParam = z.object({ id: z.string() })

export const userBody = z.strictObject({
  username: z.string().min(2).max(40),
  email: z.email().max(254),
  password: z.string().min(8).max(72),
  name: z.string().max(80).optional(),
  phone: z.string().max(20).optional(),
})

export const itemBody = z.strictObject({
  name: z.string().trim().min(1).max(80),
  price: z.int().min(0).max(10_000_000),
  description: z.string().max(500).optional(),
  category: z.string().trim().min(1).max(80).optional(),
  stock: z.int().min(0).max(1_000_000).nullable().optional(),
})

export const orderBody = z.strictObject({
  items: z
    .array(
      z.strictObject({
        menu_item_id: z.string(),
        quantity: z.int().min(1).max(99),
        options: z.array(z.string()).max(50).optional(),
        note: z.string().max(200).optional(),
      }),
    )
    .min(1)
    .max(100),
  order_type: orderType,
  payment_method: z.enum(['cash', 'online']),
  address: z.string().trim().min(1).max(300).optional(),
  coupon_id: z.string().optional(),
  note: z.string().max(500).optional(),
  store_id: z.string().optional(),
})

export const customerBody = z.strictObject({
  name: z.string().trim().min(1).max(80),
  phone: z.string().trim().min(3).max(20),
  email: z.email().max(254).optional(),
})

export const jsonBody = <S extends z.ZodType>(schema: S, required = true) => ({
  body: { required, content: { 'application/json': { schema } } },
})
