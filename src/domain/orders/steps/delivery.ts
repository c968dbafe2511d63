import { createDelivery } from '../../deliveries/create-delivery'
import { setDelivery } from '../../deliveries/set-delivery'
import { done, step } from '../saga/step'
import { queue } from '../unit-of-work/writes'

/** Puts a delivery order on the dispatch list (R39). */
export const deliveryStep = step<{ deliveryId: string }>({
  name: 'delivery',
  applies: (order) => order.orderType === 'delivery',
  run: async (tx, ctx, order) => {
    const { delivery, row } = createDelivery(tx, ctx, {
      orderId: order.id,
      address: order.address,
      fee: order.deliveryFee,
    })
    await queue(tx, order, { name: 'sent', sql: row })
    order.delivery = delivery
    return done({ deliveryId: delivery.id })
  },
  undo: async (tx, ctx, order) => {
    if (order.delivery && order.delivery.status !== 'cancelled') await setDelivery(tx, ctx, order.delivery, 'cancel')
    return { kind: 'undone' }
  },
})
