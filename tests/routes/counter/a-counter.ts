import type { Tx } from '../../../src/db/connect'
import { acceptOrder } from '../../../src/domain/orders/accept-order'
import { bumpTicket } from '../../../src/domain/orders/cooking/bump-ticket'
import { confirmCash } from '../../../src/domain/orders/paying/confirm-cash'
import type { Ctx } from '../../../src/domain/shared/ctx'
import { newId } from '../../../src/domain/shared/ids'
import { inTransaction } from '../../../src/domain/shared/in-transaction'
import type { Result } from '../../../src/domain/shared/result'
import { paths } from '../../../src/views/paths'
import { aShop, at, leave, must, noon, type Shop } from '../../domain/cart/a-shop'
import type { Site } from '../../support/site'
import { colleague, order, placeOf } from '../kitchen/a-kitchen'

export { colleague, leave, noon, order, placeOf, type Shop }

/** Noodles at 320 and tea at 30, in a store where staff accept; noodles are cooked once they are paid. */
export async function aCounter(site: Site, store: Record<string, unknown> = {}): Promise<Shop> {
  site.setNow(noon)
  return site.db.transaction().execute((tx) =>
    aShop(tx, {
      dishes: { noodles: { price: 320 }, tea: { price: 30, category: 'drinks' } },
      categories: ['food', 'drinks'],
      store: { autoAccept: false, prepMinutes: 20, ...store },
    }),
  )
}

/** Does what the kitchen or another desk would do, behind the counter's back. */
export const behind = async <I, T>(
  site: Site,
  shop: Shop,
  command: (tx: Tx, ctx: Ctx, input: I) => Promise<Result<T, unknown>>,
  input: I,
): Promise<T> =>
  must(await inTransaction(site.db, (tx) => command(tx, at(shop, shop.system.actor, site.deps.now()), input)))

/** An order of noodles that is accepted, paid in cash and cooked. */
export async function readyOrder(site: Site, shop: Shop): Promise<string> {
  const orderId = await order(site, shop, [{ dish: 'noodles' }])
  await behind(site, shop, acceptOrder, { orderId })
  await behind(site, shop, confirmCash, { orderId, key: newId() })
  await cook(site, shop, orderId)
  return orderId
}

/** The kitchen bumps the order's ticket. */
export async function cook(site: Site, shop: Shop, orderId: string): Promise<void> {
  const { id } = await site.db
    .selectFrom('ticket')
    .select('id')
    .where('orderId', '=', orderId)
    .executeTakeFirstOrThrow()
  await behind(site, shop, bumpTicket, { ticketId: id })
}

export const rowOf = (site: Site, id: string) =>
  site.db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

type OfOrder =
  | 'counterOrder'
  | 'counterPayment'
  | 'counterAcceptance'
  | 'counterRejection'
  | 'counterHandover'
  | 'counterDeparture'
  | 'counterCancellation'
  | 'counterAcknowledgement'

export const urlOf = (shop: Shop, name: OfOrder, id: string): string => paths[name].href({ ...placeOf(shop), id })
export const queueUrl = (shop: Shop): string => paths.counterQueue.href(placeOf(shop))

const lanes = ['new', 'unpaid', 'cooking', 'ready'] as const
export type Lane = (typeof lanes)[number]

/** The numbers that hang in a lane, in their order. */
export function laneOf(html: string, lane: Lane): string[] {
  const section = html.split(`aria-labelledby="lane-${lane}"`)[1]?.split('</section>')[0] ?? ''
  return [...section.matchAll(/<article[^>]*aria-label="([^"]*)"/g)].map(([, number]) => number!)
}

/** The slip of one order, as HTML. */
export const slipOf = (html: string, id: string): string => html.split(`id="slip-${id}"`)[1]?.split('</li>')[0] ?? ''

/** What a page says, without its markup. */
export const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
