import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import { openSite, type Site } from '../../support/site'
import { aKitchen, board, boardUrl, colleague, order, placeOf, rushOf, ticketsOn, ticketUrl } from './a-kitchen'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

const rush = (count: number) => rushOf(site, count)

test('R34: a bumped ticket leaves the board, and recall brings it back with nothing plated', async () => {
  const { shop, cook } = await rush(2)
  const [first] = await board(cook, boardUrl(shop))

  const bumped = await cook.panel(ticketUrl(shop, 'kitchenBump', first!.id), {})
  expect([bumped.status, bumped.text]).toEqual([200, ''])
  expect((await board(cook, boardUrl(shop))).map(({ number }) => number)).toEqual(['002'])

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
  expect([seen.status, seen.text]).toEqual([200, ''])
  expect(await board(cook, boardUrl(shop))).toEqual([])
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

test('without scripts every act is a form that leads back to the board', async () => {
  const { shop, cook } = await rush(1)
  const [ticket] = await board(cook, boardUrl(shop))
  const url = `${ticketUrl(shop, 'kitchenBump', ticket!.id)}?station=${shop.stationId}`
  const answer = await cook.post(url)
  expect([answer.status, answer.location]).toEqual([303, boardUrl(shop, { station: shop.stationId })])
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
