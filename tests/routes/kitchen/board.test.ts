import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import { openSite, type Site } from '../../support/site'
import { aKitchen, boardUrl, colleague, minutesLater, order, placeOf, ticketsOn } from './a-kitchen'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

const ticketUrl = (
  shop: Parameters<typeof placeOf>[0],
  name: 'kitchenStart' | 'kitchenBump' | 'kitchenRecall' | 'kitchenDismissal',
  id: string,
) => paths[name].href({ ...placeOf(shop), id })

async function rush(count: number) {
  const shop = await aKitchen(site)
  const cook = await colleague(site, shop)
  for (let n = 0; n < count; n++) await order(site, shop, [{ dish: 'noodles' }])
  return { shop, cook }
}

const board = async (cook: Client, url: string) => ticketsOn((await cook.get(url)).text)

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

test('a dish without a station sends no ticket: bottled tea is not cooked', async () => {
  const shop = await aKitchen(site)
  const tx = site.db
  await tx.updateTable('station').set({ name: '熱檯' }).where('brandId', '=', shop.brandId).execute()
  const cook = await colleague(site, shop)
  await order(site, shop, [{ dish: 'noodles' }])
  const html = (await cook.get(boardUrl(shop))).text
  expect(ticketsOn(html)).toHaveLength(1)
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

test('R34: a bumped ticket leaves the board, and recall brings it back with nothing plated', async () => {
  const { shop, cook } = await rush(2)
  const [first] = await board(cook, boardUrl(shop))

  const bumped = await cook.panel(ticketUrl(shop, 'kitchenBump', first!.id), {})
  expect([bumped.status, ticketsOn(bumped.text).map(({ number }) => number)]).toEqual([200, ['002']])

  const recent = await cook.panel(boardUrl(shop, { recall: 1 }))
  expect(recent.text).toContain(`action="${ticketUrl(shop, 'kitchenRecall', first!.id)}"`)
  // While that list is open the number keys are its own.
  expect(recent.text.match(/data-bump="1"/g)).toHaveLength(1)

  const back = await cook.panel(ticketUrl(shop, 'kitchenRecall', first!.id), {})
  const tickets = ticketsOn(back.text)
  expect(tickets.map(({ number }) => number)).toEqual(['001', '002'])
  expect(tickets[0]!.html).not.toContain('is-done')
})

test('R34: a tap on a dish plates it and begins the ticket, another takes it back', async () => {
  const { shop, cook } = await rush(1)
  const [ticket] = await board(cook, boardUrl(shop))
  expect(ticket!.html).toContain(ticketUrl(shop, 'kitchenStart', ticket!.id))
  const line = /id="l-[0-9a-f-]{36}-([0-9a-f-]{36})"/.exec(ticket!.html)![1]!
  const url = paths.kitchenLineBump.href({ ...placeOf(shop), id: ticket!.id, line })

  const plated = ticketsOn((await cook.panel(url, { done: 'yes' })).text)[0]!
  expect(plated.html).toContain('class="is-done"')
  expect(plated.html).not.toContain(ticketUrl(shop, 'kitchenStart', ticket!.id))

  const again = ticketsOn((await cook.panel(url, { done: 'no' })).text)[0]!
  expect(again.html).not.toContain('is-done')
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

test('bumping twice is harmless; what was cancelled is refused in words, with the board as it is', async () => {
  const { shop, cook } = await rush(2)
  const [first, second] = await board(cook, boardUrl(shop))
  for (const _ of [1, 2]) expect((await cook.panel(ticketUrl(shop, 'kitchenBump', first!.id), {})).status).toBe(200)

  await cancelled(second!.id)
  const refused = await cook.panel(ticketUrl(shop, 'kitchenBump', second!.id), {})
  expect(refused.status).toBe(422)
  expect(refused.text).toMatch(/role="alert">這張單/)
})

test('complaint 36: a cancelled ticket stays on the board, struck, until the kitchen has seen it', async () => {
  const { shop, cook } = await rush(1)
  const [ticket] = await board(cook, boardUrl(shop))
  await cook.panel(ticketUrl(shop, 'kitchenStart', ticket!.id), {})
  await cancelled(ticket!.id)

  const [struck] = await board(cook, boardUrl(shop))
  expect(struck).toMatchObject({ id: ticket!.id, age: 'void' })
  expect(struck!.html).not.toContain(ticketUrl(shop, 'kitchenBump', ticket!.id))
  const seen = await cook.panel(ticketUrl(shop, 'kitchenDismissal', ticket!.id), {})
  expect(ticketsOn(seen.text)).toEqual([])
})

/** As a cancellation leaves a ticket. */
const cancelled = (id: string) =>
  site.db
    .updateTable('ticket')
    .set({ status: 'cancelled', cancelledAt: site.deps.now() })
    .where('id', '=', id)
    .execute()

test('R35: new tickets ring until somebody touches the board; one that came at that moment still rings', async () => {
  const { shop, cook } = await rush(1)
  const before = (await cook.get(boardUrl(shop))).text
  const [shown] = [...before.matchAll(/name="ticket" value="([^"]+)"/g)].map(([, id]) => id!)
  await order(site, shop, [{ dish: 'snacks' }])

  const url = paths.kitchenAcknowledgement.href(placeOf(shop))
  const after = (await cook.panel(url, { ticket: shown })).text
  expect(ticketsOn(after).map(({ html }) => html.includes('data-unseen'))).toEqual([false, true])
  const both = ticketsOn(after).map(({ id }) => id)
  expect(
    ticketsOn((await cook.panel(url, { ticket: both })).text).some(({ html }) => html.includes('data-unseen')),
  ).toBe(false)
})

test('a board for one station shows no other’s tickets, and keeps to it after a bump', async () => {
  const { shop, cook } = await rush(1)
  const other = boardUrl(shop, { station: shop.storeId })
  expect(await board(cook, other)).toEqual([])
  const mine = boardUrl(shop, { station: shop.stationId })
  const [ticket] = await board(cook, mine)
  expect(ticket!.html).toContain(`?station=${shop.stationId}`)
})

test('without scripts every act is a form that leads back to the board', async () => {
  const { shop, cook } = await rush(1)
  const [ticket] = await board(cook, boardUrl(shop))
  const url = `${ticketUrl(shop, 'kitchenBump', ticket!.id)}?station=${shop.stationId}`
  const answer = await cook.post(url)
  expect([answer.status, answer.location]).toEqual([303, boardUrl(shop, { station: shop.stationId })])
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

test('a made-up ticket is not there, whoever asks', async () => {
  const { shop, cook } = await rush(0)
  expect((await cook.panel(ticketUrl(shop, 'kitchenBump', 'nonsense'), {})).status).toBe(404)
  expect((await cook.panel(ticketUrl(shop, 'kitchenBump', shop.storeId), {})).status).toBe(422)
})

test('a ticket of another store cannot be touched, even by its id', async () => {
  const { shop, cook } = await rush(1)
  const [ticket] = await board(cook, boardUrl(shop))
  const theirs = await aKitchen(site)
  const thief = await colleague(site, theirs)
  expect((await thief.panel(ticketUrl(theirs, 'kitchenBump', ticket!.id), {})).status).toBe(422)
  expect(await board(cook, boardUrl(shop))).toHaveLength(1)
})
