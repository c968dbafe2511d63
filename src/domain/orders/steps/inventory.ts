import { giveBack } from '../../inventory/give-back'
import { reserve } from '../../inventory/reserve'
import { done, fail, step } from '../saga/step'
import type { WorkOrder } from '../work/work-order'

/** How many stock rows an order can hold: each line its dish, each option itself and the dish it stands for. */
export const heldAtMost = (order: WorkOrder): number =>
  order.lines.reduce((n, line) => n + 1 + 2 * line.options.length, 0)

/** Takes the stock: held for a draft, sold at once for an order that is final (R23). */
export const inventoryStep = step<{ rows: number }>({
  name: 'inventory',
  applies: () => true,
  run: async (tx, ctx, order) => {
    const taken = await reserve(tx, ctx, {
      orderId: order.id,
      wants: order.wants,
      isFinal: order.fulfilment !== 'draft',
      useQuota: order.channel !== 'counter',
    })
    return taken.ok ? done(taken.value) : fail(taken.refusal)
  },
  undo: async (tx, ctx, order, { rows }) => {
    if (rows > 0)
      await giveBack(tx, ctx, { orderId: order.id, isWaste: order.startedAt !== null, atMost: heldAtMost(order) })
    return { kind: 'undone' }
  },
})
