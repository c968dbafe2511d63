import { giveBack } from '../../inventory/give-back'
import { reserve } from '../../inventory/reserve'
import { done, fail, type Outcome, step } from '../saga/step'
import type { WorkOrder } from '../unit-of-work/work-order'
import { queue } from '../unit-of-work/writes'

/** How many stock rows an order can hold: each line its dish, each option itself and the dish it stands for. */
export const heldAtMost = (order: WorkOrder): number =>
  order.lines.reduce((n, line) => n + 1 + 2 * line.options.length, 0)

/** Takes the stock: held for a draft, sold at once for an order that is final (R23). */
export const inventoryStep = step<{ rows: number }>({
  name: 'inventory',
  applies: () => true,
  run: async (tx, ctx, order): Promise<Outcome<{ rows: number }>> => {
    if (!order.placing) return fail({ reason: 'refused', error: 'stock is taken when an order is placed' })
    const taken = await reserve(tx, ctx, {
      orderId: order.id,
      wants: order.placing.wants,
      onlyIf: order.placing.isFirst,
      isFinal: order.fulfilment !== 'draft',
      useQuota: order.channel !== 'counter',
    })
    if (!taken.ok) return fail(taken.refusal)
    const { rows, held, logged } = taken.value
    if (held && logged) await queue(tx, order, { name: 'held', sql: held }, { name: 'logged', sql: logged })
    return done({ rows })
  },
  undo: async (tx, ctx, order, { rows }) => {
    if (rows > 0)
      await giveBack(tx, ctx, { orderId: order.id, isWaste: order.startedAt !== null, atMost: heldAtMost(order) })
    return { kind: 'undone' }
  },
})
