import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../../src/db/connect'
import { paths } from '../../../src/views/paths'
import { freshDb } from '../../support/db'
import { listen, streamOf } from '../../support/event-stream'
import { openSite } from '../../support/site'
import { aKitchen, boardUrl, colleague, order, placeOf, ticketsOn } from './a-kitchen'

/** Two processes, each with its own pool and its own ear, on one database: the board hangs at `here`, the act happens `there`. */
async function twoProcesses() {
  const database = await freshDb()
  const here = await openSite(database)
  const { db, pool } = connect(database.url, 5)
  const there = await openSite({ db, pool, url: database.url, close: () => pool.end() })
  onTestFinished(async () => {
    await there.close()
    await here.close()
  })
  const shop = await aKitchen(here)
  for (const site of [here, there]) site.setNow(here.deps.now())
  const origin = await listen(here.app)
  const cook = await colleague(here, shop)
  const stream = `${origin}${paths.kitchenStream.href(placeOf(shop))}`
  return { here, there, shop, cook, stream }
}

test('R40: a bump in another process reaches the board, which fetches itself and no longer has the ticket', async () => {
  const { here, there, shop, cook, stream } = await twoProcesses()
  await order(here, shop, [{ dish: 'noodles' }])
  const ear = await streamOf(`${stream}?since=${Date.now() + 60_000}`, cook)
  expect([ear.status, ear.type]).toEqual([200, expect.stringContaining('text/event-stream')])
  await ear.next('beat')

  const colleagueThere = await colleague(there, shop)
  const [ticket] = ticketsOn((await cook.get(boardUrl(shop))).text)
  ear.events.length = 0
  await colleagueThere.post(paths.kitchenBump.href({ ...placeOf(shop), id: ticket!.id }))

  await ear.next('tickets')
  expect(ticketsOn((await cook.panel(boardUrl(shop))).text)).toEqual([])
})

test('R35: the stream beats at once and every five seconds; whoever reconnects is told what changed meanwhile, and nothing else', async () => {
  const { there, shop, cook, stream } = await twoProcesses()
  const ear = await streamOf(stream, cook)
  const first = await ear.next('beat', 1_000)
  const second = await ear.next('beat', 6_500)
  expect(second.at - first.at).toBeGreaterThan(4_000)
  expect(Number(second.id)).toBeGreaterThan(Number(first.id))
  ear.close()

  const idle = await streamOf(stream, cook, { 'Last-Event-ID': second.id })
  await idle.next('beat')
  expect(idle.events.map(({ event }) => event)).toEqual([])
  idle.close()

  await order(there, shop, [{ dish: 'snacks' }])
  await expect
    .poll(async () => {
      const again = await streamOf(stream, cook, { 'Last-Event-ID': second.id })
      await again.next('beat')
      again.close()
      return again.events.map(({ event }) => event)
    })
    .toContain('tickets')
})

test('a stream is for those who may see the board', async () => {
  const { here, stream } = await twoProcesses()
  const stranger = await colleague(here, await aKitchen(here))
  expect((await streamOf(stream, stranger)).status).toBe(404)
})
