import type { Site } from './site'
import type { Tally } from './tally'

/** The crew of the store: takes cash, cooks, sends out and hands over, round after round, as fast as the site lets them. */
export function crew(site: Site, token: string, tally: Tally) {
  const act = async (name: Parameters<Tally['count']>[0], method: string, path: string, body?: unknown) => {
    const { status } = await site.call(method, path, token, body)
    if (status < 300) tally.count(name)
    else if (status >= 500) tally.fault(`${method} ${path}: ${status}`)
    return status < 300
  }

  async function serve(order: Record<string, unknown>): Promise<boolean> {
    const id = String(order.id)
    const total = Number(order.total_amount)
    switch (order.status) {
      case 'unpaid':
        return act('confirmed', 'POST', `/orchestration/payments/${id}/confirm`, {
          tendered: Math.ceil(total / 100) * 100,
        })
      case 'paid':
        return act('started', 'PATCH', `/orchestration/kitchen/orders/${id}`, { status: 'preparing' })
      case 'preparing':
        return act('cooked', 'PATCH', `/orchestration/kitchen/orders/${id}`, { status: 'ready' })
      case 'ready':
        if (order.order_type !== 'delivery')
          return act('handedOver', 'POST', `/orchestration/orders/${id}/complete`, {})
        await act('sent', 'PATCH', `/orchestration/delivery/orders/${id}`, { driver_id: 'rider-1', status: 'assigned' })
        return act('sent', 'PATCH', `/orchestration/delivery/orders/${id}`, { status: 'picked_up' })
      case 'delivering':
        return act('handedOver', 'PATCH', `/orchestration/delivery/orders/${id}`, { status: 'delivered' })
      default:
        return false
    }
  }

  /** One look at every open order of this rush; whether anything could be done. */
  return async function round(): Promise<boolean> {
    let moved = false
    for (const status of ['unpaid', 'paid', 'preparing', 'ready', 'delivering']) {
      for (const order of await site.all(`/orchestration/orders?status=${status}`, token)) {
        if (tally.isOurs(String(order.id))) moved = (await serve(order)) || moved
      }
    }
    return moved
  }
}
