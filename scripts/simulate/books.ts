import type { Site } from './site'
import type { Tally } from './tally'

type Item = { id: string; name: string; stock: number | null }
type Order = {
  id: string
  status: string
  total_amount: number
  payment: { status: string; amount: number } | null
  items: { menu_item_id: string; quantity: number }[]
}

export const stockNow = async (site: Site): Promise<Item[]> =>
  ((await site.call('GET', '/orchestration/menu/items')).body.items as Item[]).filter((item) => item.stock !== null)

/**
 * Checks the books after the rush: what is left plus what was sold is what there was, paid orders are paid in full and cancelled
 * ones hold no money, and no saga is stuck. Returns what does not agree.
 */
export async function checkBooks(
  site: Site,
  tokens: { staff: string; admin: string },
  before: Item[],
  tally: Tally,
): Promise<string[]> {
  const wrong: string[] = [...tally.faults]
  const ours = ((await site.all('/orchestration/orders', tokens.staff)) as unknown as Order[]).filter((order) =>
    tally.isOurs(order.id),
  )
  if (ours.length !== tally.orders.size) wrong.push(`${tally.orders.size} orders placed, ${ours.length} found`)

  const sold = new Map<string, number>()
  for (const order of ours.filter((o) => o.status !== 'cancelled')) {
    for (const line of order.items) sold.set(line.menu_item_id, (sold.get(line.menu_item_id) ?? 0) + line.quantity)
  }
  const after = new Map((await stockNow(site)).map((item) => [item.id, item.stock ?? 0]))
  for (const item of before) {
    const [was, is, gone] = [item.stock ?? 0, after.get(item.id) ?? 0, sold.get(item.id) ?? 0]
    if (was !== is + gone) wrong.push(`${item.name}: started with ${was}, ${gone} sold, ${is} left`)
  }

  for (const order of ours) {
    const paid = order.payment
    if (order.status === 'completed' && (paid?.status !== 'paid' || paid.amount !== order.total_amount)) {
      wrong.push(
        `order ${order.id} is completed but ${paid?.status ?? 'has no payment'} (${paid?.amount} of ${order.total_amount})`,
      )
    }
    if (order.status === 'cancelled' && (paid?.status === 'paid' || paid?.status === 'partially_refunded')) {
      wrong.push(`order ${order.id} is cancelled but its money was kept`)
    }
    const { body } = await site.call('GET', `/orchestration/sagas/${order.id}`, tokens.admin)
    const settled = order.status === 'cancelled' ? ['compensated'] : ['completed']
    if (!settled.includes(String(body.status)))
      wrong.push(`order ${order.id} is ${order.status}, its saga ${body.status}`)
  }
  return wrong
}
