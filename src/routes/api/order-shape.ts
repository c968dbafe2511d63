import type { z } from '@hono/zod-openapi'
import type { OrderView, PaymentView } from '../../domain/orders/order-view'
import type { Lang } from '../../domain/shared/ctx'
import { textIn } from '../../views/ui/words'
import type { orderSchema, paymentSchema } from './schemas'

/** A payment as api.md spells it. `payment_url` only while the payer is still to go there. */
export function paymentShape(orderId: string, payment: PaymentView): z.infer<typeof paymentSchema> {
  return {
    id: payment.id,
    payment_id: payment.id,
    order_id: orderId,
    amount: payment.amount,
    status: payment.status,
    method: payment.method,
    ...(payment.status === 'pending' && payment.paymentUrl ? { payment_url: payment.paymentUrl } : {}),
    created_at: payment.createdAt.toISOString(),
  }
}

/** An order as api.md spells it, with names in the caller's language. */
export function orderShape(order: OrderView, lang: Lang): z.infer<typeof orderSchema> {
  const name = (texts: Parameters<typeof textIn>[0]) => textIn(texts, lang)
  const payment = order.payments.at(-1)
  return {
    id: order.id,
    order_id: order.id,
    order_number: order.fullNumber,
    store_id: order.storeId,
    customer_id: order.customerId,
    order_type: order.orderType,
    status: order.status,
    payment_status: order.paymentState,
    items: order.lines.map((line) => ({
      id: line.id,
      menu_item_id: line.dishId,
      name: name(line.name),
      quantity: line.quantity,
      unit_price: line.unitPrice,
      options: line.options.map((option) => ({ id: option.id, name: name(option.name), price: option.price })),
      line_total: line.lineTotal,
    })),
    subtotal: order.subtotal,
    discount_total: order.discountTotal,
    service_charge: order.serviceCharge,
    total_amount: order.total,
    saga_id: order.saga?.id ?? null,
    payment: payment ? paymentShape(order.id, payment) : null,
    points_earned: 0,
    created_at: order.createdAt.toISOString(),
  }
}
