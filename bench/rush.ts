import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { paths } from '../src/views/paths'
import { Browser, type Timings } from './browser'

export type Shop = { brand: string; store: string; brandId: string; dishes: string[] }

const fail = (what: string, answer: { status: number; body: string }): never => {
  throw new Error(
    `${what}: ${answer.status} ${answer.body
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 300)}`,
  )
}

const ticketsOf = { name: 'tickets', text: 'select id from ticket where brand_id = $1 and order_id = $2' }

const tidy = (location: string | undefined) => new URL(location ?? '', 'http://x').pathname

/**
 * One whole order as R42 counts it: menu page, three cart adds, checkout, cash confirmed, kitchen ready. The guest is new each time;
 * the cashier is signed in. The ticket's id is looked up in the database, as the board the kitchen works from would show it.
 */
export async function wholeOrder(
  base: URL,
  timings: Timings,
  cashier: Browser,
  database: pg.Pool,
  shop: Shop,
  n: number,
): Promise<void> {
  const place = { brand: shop.brand, store: shop.store }
  const guest = new Browser(base, timings)
  const menu = await guest.get('menu page', paths.shop.href(place), { 'Accept-Encoding': 'gzip, deflate, br, zstd' })
  if (menu.status !== 200) fail('menu', menu)
  for (let i = 0; i < 3; i++) {
    const dish = shop.dishes[(n * 3 + i) % shop.dishes.length] ?? ''
    const added = await guest.post('add to cart', paths.cartLines.href(place), {
      dish,
      quantity: '1',
      key: randomUUID(),
    })
    if (added.status !== 200) fail('add', added)
  }
  const page = await guest.get('checkout page', paths.checkout.href(place), {
    'Accept-Encoding': 'gzip, deflate, br, zstd',
  })
  if (page.status !== 200) fail('checkout page', page)
  const acceptedTotal = /name="acceptedTotal" value="(\d+)"/.exec(page.body)?.[1]
  const placed = await guest.post('place order', paths.checkout.href(place), {
    key: randomUUID(),
    orderType: 'takeout',
    when: 'asap',
    paymentMethod: 'cash',
    contactName: '林小姐',
    contactPhone: `09${String(n % 100_000_000).padStart(8, '0')}`,
    note: '',
    ...(acceptedTotal ? { acceptedTotal } : {}),
  })
  const id = /\/orders\/([0-9a-f-]{36})/.exec(tidy(placed.location))?.[1] ?? fail('place', placed)
  const paid = await cashier.post('cash confirmed', paths.counterPayment.href({ ...place, id }), {
    key: randomUUID(),
    method: 'cash',
    tendered: '10000',
  })
  if (paid.status >= 400) fail('payment', paid)
  const { rows } = await database.query({ ...ticketsOf, values: [shop.brandId, id] })
  for (const ticket of rows) {
    const bumped = await cashier.post('kitchen ready', paths.kitchenBump.href({ ...place, id: ticket.id }), {
      key: randomUUID(),
    })
    if (bumped.status >= 400) fail('bump', bumped)
  }
}
