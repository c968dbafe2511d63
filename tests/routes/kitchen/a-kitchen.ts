import { type PlaceInput, placeOrder } from '../../../src/domain/orders/place-order'
import { startSession } from '../../../src/domain/people/sessions'
import { createAccount } from '../../../src/domain/people/sign-up'
import { newId } from '../../../src/domain/shared/ids'
import { inTransaction } from '../../../src/domain/shared/in-transaction'
import { paths } from '../../../src/views/paths'
import { aShop, at, guest, must, noon, type Shop } from '../../domain/cart/a-shop'
import type { Client } from '../../support/client'
import { aUsername } from '../../support/names'
import type { Site } from '../../support/site'

export { noon }
export const minutesLater = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000)

/** A store whose kitchen begins on acceptance, and accepts by itself: noodles and snacks are cooked, bottled tea is not. */
export async function aKitchen(site: Site, store: Record<string, unknown> = {}): Promise<Shop> {
  site.setNow(noon)
  const shop = await site.db.transaction().execute(async (tx) => {
    const dishes = { noodles: {}, snacks: {}, tea: { category: 'bottles' } }
    const groups = { heat: { options: { mild: 0, hot: 0 } } }
    return aShop(tx, {
      dishes: { ...dishes, noodles: { groups: ['heat'] } },
      groups,
      categories: ['food', 'bottles'],
      store: { kitchenStart: 'acceptance', autoAccept: true, prepMinutes: 20, ...store },
    })
  })
  return shop
}

type Line = { dish: string; options?: string[]; quantity?: number; note?: string }

/** A guest's order as the web places it; gives its id. The time is the site's. */
export async function order(site: Site, shop: Shop, lines: Line[], more: Partial<PlaceInput> = {}): Promise<string> {
  const input: PlaceInput = {
    key: newId(),
    channel: 'web',
    orderType: 'takeout',
    paymentMethod: 'cash',
    contactName: '陳小姐',
    contactPhone: '0912345678',
    lines: lines.map(({ dish, options = [], quantity = 1, note = '' }) => ({
      dishId: shop.id(dish),
      optionIds: options.map(shop.id),
      quantity,
      note,
    })),
    ...more,
  }
  const placed = await inTransaction(site.db, (tx) => placeOrder(tx, at(shop, guest(), site.deps.now()), input))
  return must(placed).orderId
}

/** A colleague's browser, signed in. Without `grant` they hold P1: counter, kitchen, deliveries. */
export async function colleague(
  site: Site,
  shop: Shop,
  grant: Record<string, boolean> = { p1: true },
): Promise<Client> {
  const now = site.deps.now()
  const token = await site.db.transaction().execute(async (tx) => {
    const made = await createAccount(tx, now, { username: aUsername(), name: '阿哲', passwordHash: null })
    const { accountId } = must(made)
    const { brandId, storeId } = shop
    await tx
      .insertInto('staffGrant')
      .values({ id: newId(), accountId, role: 'store_staff', brandId, storeId, ...grant })
      .execute()
    return startSession(tx, now, accountId)
  })
  const client = site.client()
  client.cookies.set('session', token)
  return client
}

export const placeOf = (shop: Shop) => ({ brand: shop.slug, store: 'main' })
export const boardUrl = (shop: Shop, query?: { station?: string; recall?: number }): string =>
  paths.kitchenBoard.href(placeOf(shop), query)

export type Seen = { id: string; age: string; number: string; html: string }

/** The tickets of a board in their order. */
export const ticketsOn = (html: string): Seen[] =>
  html
    .split('<article ')
    .slice(1)
    .map((piece) => piece.split('</article>')[0]!)
    .map((piece) => ({
      id: /id="t-([^"]+)"/.exec(piece)![1]!,
      age: /data-age="([^"]+)"/.exec(piece)![1]!,
      number: /<h2[^>]*>([^<]*)</.exec(piece)![1]!,
      html: piece,
    }))

/** The tickets of a board as a colleague sees them. */
export const board = async (cook: Client, url: string): Promise<Seen[]> => ticketsOn((await cook.get(url)).text)

type TicketAct = 'kitchenStart' | 'kitchenBump' | 'kitchenRecall' | 'kitchenDismissal'
export const ticketUrl = (shop: Shop, name: TicketAct, id: string): string => paths[name].href({ ...placeOf(shop), id })

/** A kitchen with so many tickets on its board, and a cook before it. */
export async function rushOf(site: Site, count: number) {
  const shop = await aKitchen(site)
  const cook = await colleague(site, shop)
  for (let n = 0; n < count; n++) await order(site, shop, [{ dish: 'noodles' }])
  return { shop, cook }
}
