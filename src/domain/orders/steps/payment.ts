import { paymentRow } from '../../payments/open-payment'
import { newId } from '../../shared/ids'
import { isPaid } from '../lifecycle'
import { payBack } from '../paying/pay-back'
import { done, step, wait } from '../saga/step'
import { queue } from '../unit-of-work/writes'

/** Opens the bill and waits until it is paid. Where the kitchen starts on acceptance the rest goes on meanwhile (R8). */
export const paymentStep = step<{ paymentId: string }>({
  name: 'payment',
  applies: () => true,
  run: async (tx, ctx, order, memory) => {
    const bill = memory ?? { paymentId: newId() }
    if (!memory) {
      const payment = {
        id: bill.paymentId,
        method: order.payWay,
        amount: order.total,
        isPaid: isPaid(order.paymentState),
      }
      await queue(tx, order, { name: 'billed', sql: paymentRow(ctx, { ...payment, orderId: order.id }) })
    }
    return isPaid(order.paymentState)
      ? done(bill)
      : wait(bill, order.kitchenStart === 'acceptance' && order.fulfilment !== 'draft')
  },
  undo: (tx, ctx, order) => payBack(tx, ctx, order),
})
