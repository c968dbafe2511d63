import { restoreCart } from '../../cart/order-again'
import { done, step } from '../saga/step'

/** The order itself. Placing it wrote it; giving it up puts a guest's unpaid lines back into the cart (R20). */
export const orderStep = step<{ orderId: string }>({
  name: 'order',
  applies: () => true,
  run: async (_tx, _ctx, order) => done({ orderId: order.id }),
  undo: async (tx, ctx, order) => {
    if (!order.isFinalized && order.channel === 'web') await restoreCart(tx, ctx, order.id)
    return { kind: 'undone' }
  },
  undoneLast: true,
})
