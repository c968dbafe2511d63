import { randomUUID } from 'node:crypto'
import type { Chance } from './chance'
import type { Site } from './site'
import type { Tally } from './tally'

type Item = { id: string; available: boolean }

/** The guests of the rush: each orders, some pay online (and some of those are declined or walk away), some change their mind. */
export function guests(site: Site, token: string, luck: Chance, tally: Tally) {
  const needsChoices = new Set<string>()

  async function menu(): Promise<Item[]> {
    const { body } = await site.call('GET', '/orchestration/menu/items')
    return (body.items as Item[]).filter((item) => item.available && !needsChoices.has(item.id))
  }

  /** Dishes with required options are learnt from the site's own refusal; this guest then orders something else. */
  async function place(): Promise<Record<string, unknown> | null> {
    for (let tries = 0; tries < 12; tries++) {
      const items = await menu()
      const wanted = new Set(Array.from({ length: 1 + luck.int(3) }, () => luck.of(items).id))
      const lines = [...wanted].map((id) => ({ menu_item_id: id, quantity: 1 + luck.int(2) }))
      const order = {
        items: lines,
        order_type: luck.of(['takeout', 'takeout', 'dine_in', 'delivery'] as const),
        payment_method: luck.hits(0.4) ? 'online' : 'cash',
        note: '',
      }
      const body = order.order_type === 'delivery' ? { ...order, address: '台北市大安區永康街 31 巷 8 號' } : order
      const answer = await site.call('POST', '/orchestration/orders', token, body, randomUUID())
      if (answer.status === 201) return answer.body
      if (answer.body.code === 'bad_options')
        for (const id of await alone(lines.map((line) => line.menu_item_id))) needsChoices.add(id)
      else if (answer.body.code === 'out_of_stock') tally.count('soldOut')
      else if (answer.status >= 500) tally.fault(`order: ${answer.status}`)
    }
    return null
  }

  /** Which of these dishes cannot be ordered without choosing options. */
  async function alone(ids: string[]): Promise<string[]> {
    if (ids.length === 1) return ids
    const refused: string[] = []
    for (const id of ids) {
      const body = { items: [{ menu_item_id: id, quantity: 1 }], order_type: 'takeout', payment_method: 'online' }
      const answer = await site.call('POST', '/orchestration/orders', token, body)
      if (answer.body.code === 'bad_options') refused.push(id)
      else if (answer.status === 201) await cancel(answer.body)
    }
    return refused
  }

  async function cancel(order: Record<string, unknown>) {
    const { status } = await site.call('POST', `/orchestration/orders/${order.id}/cancel`, token, {
      reason: '不想等了',
    })
    if (status === 200) tally.count('cancelled')
    else if (status >= 500) tally.fault(`cancel: ${status}`)
  }

  async function payOnline(order: Record<string, unknown>) {
    const url = (order.payment as { payment_url?: string } | null)?.payment_url
    if (!url) return tally.fault('an online order came without a way to pay')
    const decision = luck.hits(0.8)
      ? luck.of(['approve', 'approve', 'approve', 'call_back_twice'])
      : luck.of(['decline', 'walk_away'])
    if (decision === 'walk_away') {
      tally.count('walkedAway')
      return cancel(order)
    }
    const status = await site.decide(url, decision)
    tally.count(decision === 'decline' ? 'declined' : 'paidOnline')
    if (status >= 400) tally.fault(`gateway ${decision}: ${status}`)
  }

  return async function visit(): Promise<void> {
    const order = await place()
    if (!order) return tally.count('gaveUp')
    tally.ordered(String(order.id))
    if (order.status === 'pending_payment') await payOnline(order)
    else if (luck.hits(0.08)) await cancel(order)
  }
}
