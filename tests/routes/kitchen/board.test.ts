import { beforeAll, expect, test } from 'vitest'
import { publishMenu } from '../../../src/domain/menu/publish'
import { inTransaction } from '../../../src/domain/shared/in-transaction'
import { paths } from '../../../src/views/paths'
import { must } from '../../domain/cart/a-shop'
import { freshDb } from '../../support/db'
import { openSite, type Site } from '../../support/site'
import { aKitchen, board, boardUrl, colleague, minutesLater, order, rushOf, ticketsOn, ticketUrl } from './a-kitchen'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

const rush = (count: number) => rushOf(site, count)

test('R34: a new order hangs on the board with its number, its dishes, its options and what the guest said', async () => {
  const shop = await aKitchen(site)
  const cook = await colleague(site, shop)
  await order(site, shop, [
    { dish: 'noodles', options: ['hot'], quantity: 2, note: '不要香菜' },
    { dish: 'snacks', note: '對花生過敏' },
  ])

  const [ticket, ...others] = await board(cook, boardUrl(shop))
  expect(others).toEqual([])
  expect(ticket).toMatchObject({ number: '001', age: 'fresh' })
  expect(ticket!.html).toContain('<span class="q">2</span><span class="n">noodles</span><span class="o">hot</span>')
  expect(ticket!.html).toContain('<span class="say">不要香菜</span>')
  expect(ticket!.html).toContain('<span class="say say-bad">對花生過敏</span>')
})

test('complaint 39: a dish without a station sends no ticket: bottled tea is not cooked', async () => {
  const shop = await aKitchen(site)
  const cook = await colleague(site, shop)
  const bottles = site.db
    .updateTable('menuCategory')
    .set({ stationId: null })
    .where('id', '=', shop.id('category bottles'))
  await bottles.execute()
  must(await inTransaction(site.db, (tx) => publishMenu(tx, shop.system)))
  await order(site, shop, [{ dish: 'noodles' }, { dish: 'tea' }])
  await order(site, shop, [{ dish: 'tea' }])

  const tickets = await board(cook, boardUrl(shop))
  expect(tickets.map(({ number }) => number)).toEqual(['001'])
  expect(tickets[0]!.html).toContain('noodles')
  expect(tickets[0]!.html).not.toContain('tea')
})

test('R34: a ticket turns amber and then red by its age against the promise', async () => {
  const { shop, cook } = await rush(1)
  const ages: string[] = []
  for (const minutes of [0, 11, 13, 19, 20]) {
    site.setNow(minutesLater(minutes))
    const [ticket] = await board(cook, boardUrl(shop))
    ages.push(ticket!.age)
  }
  expect(ages).toEqual(['fresh', 'fresh', 'due', 'due', 'late'])
  expect((await cook.get(boardUrl(shop))).text).toMatch(/<b>1<\/b> <span>張晚了/)
})

test('keys 1 to 9 belong to the nine oldest tickets, in their order', async () => {
  const { shop, cook } = await rush(11)
  const keys = (await board(cook, boardUrl(shop))).map(({ number, html }) => [
    number,
    /data-bump="(\d)"/.exec(html)?.[1],
  ])
  expect(keys).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [`00${n}`, String(n)]),
    ['010', undefined],
    ['011', undefined],
  ])
})

test('all-day counts what is still to be made, over all tickets', async () => {
  const shop = await aKitchen(site)
  const cook = await colleague(site, shop)
  await order(site, shop, [{ dish: 'noodles', quantity: 2 }, { dish: 'snacks' }])
  await order(site, shop, [{ dish: 'noodles', quantity: 3 }])
  const allDay = async () =>
    [...(await cook.get(boardUrl(shop))).text.matchAll(/<dt>([^<]+)<\/dt><dd>(\d+)<\/dd>/g)].map(
      ([, name, n]) => `${n} ${name}`,
    )
  expect(await allDay()).toEqual(['5 noodles', '1 snacks'])

  const [first] = await board(cook, boardUrl(shop))
  await cook.panel(ticketUrl(shop, 'kitchenBump', first!.id), {})
  expect(await allDay()).toEqual(['3 noodles'])
})

test('a board for one station shows no other’s tickets, and keeps to it after a bump', async () => {
  const { shop, cook } = await rush(1)
  const other = boardUrl(shop, { station: shop.storeId })
  expect(await board(cook, other)).toEqual([])
  const mine = boardUrl(shop, { station: shop.stationId })
  const [ticket] = await board(cook, mine)
  expect(ticket!.html).toContain(`?station=${shop.stationId}`)
})

test('strangers find no board; a colleague without P1 is told so; a guest is asked to sign in', async () => {
  const { shop } = await rush(1)
  const elsewhere = await colleague(site, await aKitchen(site))
  const bookkeeper = await colleague(site, shop, { p2: true })
  expect((await elsewhere.get(boardUrl(shop))).status).toBe(404)
  expect((await bookkeeper.get(boardUrl(shop))).status).toBe(403)
  const guest = await site.client().get(boardUrl(shop))
  expect([guest.status, guest.location]).toEqual([303, paths.signIn.href({}, { back: boardUrl(shop) })])
})

test('R12: what staff changed after placing is marked line by line, under a bar that names the revision', async () => {
  const shop = await aKitchen(site)
  const cook = await colleague(site, shop)
  await order(site, shop, [{ dish: 'noodles', quantity: 3 }, { dish: 'snacks' }])
  const [ticket] = await board(cook, boardUrl(shop))
  const lines = [...ticket!.html.matchAll(/id="l-[0-9a-f-]{36}-([0-9a-f-]{36})"/g)].map(([, id]) => id!)
  const mark = (line: string, set: { change: 'changed' | 'void'; previousQuantity?: number }) =>
    site.db.updateTable('ticketLine').set(set).where('orderLineId', '=', line).execute()
  await site.db.updateTable('ticket').set({ revision: 2 }).where('id', '=', ticket!.id).execute()
  await mark(lines[0]!, { change: 'changed', previousQuantity: 2 })
  await mark(lines[1]!, { change: 'void' })

  const [changed] = await board(cook, boardUrl(shop))
  expect(changed!.html).toContain('<p class="rev-note num">第 2 版</p>')
  expect(changed!.html).toMatch(/class="is-changed".*?<b class="rev">改 2→3<\/b>/)
  expect(changed!.html).toMatch(/class="is-void".*?<b class="rev">退<\/b>/)
  // What was taken off the bill is not there to be ticked.
  expect(changed!.html.match(/class="tap"/g)).toHaveLength(1)
})

test('R36: an order for later is counted at the head of the board, and hangs only when its time comes', async () => {
  const shop = await aKitchen(site)
  const cook = await colleague(site, shop)
  await order(site, shop, [{ dish: 'noodles' }], { promisedAt: minutesLater(180) })
  const { text } = await cook.get(boardUrl(shop))
  expect(ticketsOn(text)).toEqual([])
  expect(text).toContain('預約 1 張')
})

test('R44: a board that refreshes itself asks the database twice: who is there, and what hangs', async () => {
  const counted = await openSite(await counting())
  const shop = await aKitchen(counted)
  const cook = await colleague(counted, shop)
  await order(counted, shop, [{ dish: 'noodles' }, { dish: 'snacks' }])
  await cook.panel(boardUrl(shop))
  statements = 0
  expect((await cook.panel(boardUrl(shop))).status).toBe(200)
  expect(statements).toBe(2)
  await counted.close()
})

let statements = 0
async function counting() {
  const fresh = await freshDb()
  const db = fresh.db.withPlugin({
    transformQuery: ({ node }) => {
      statements++
      return node
    },
    transformResult: async ({ result }) => result,
  })
  return { ...fresh, db }
}

test('the board speaks English to who reads English', async () => {
  const { shop, cook } = await rush(1)
  cook.lang = 'en'
  const { text } = await cook.get(boardUrl(shop))
  expect(text).toContain('<html lang="en" data-theme="board">')
  for (const words of ['Bump', 'by 12:', 'All day']) expect(text).toContain(words)
})
