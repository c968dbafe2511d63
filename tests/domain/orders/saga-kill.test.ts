import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Db } from '../../../src/db/connect'
import { startEmbedded } from '../../../src/db/embedded'
import { postmaster } from '../../../src/db/embedded/postmaster'
import { migrate } from '../../../src/db/migrate'
import { newId } from '../../../src/domain/shared/ids'
import { aBankServer, type BankServer } from '../../support/bank-server'
import { booksAgree } from '../../support/books'
import { freshDb } from '../../support/db'
import { stateOf } from '../../support/orders'
import { program } from '../../support/program'
import type { Orders } from '../../support/saga-runner'
import { aShop, type Shop } from '../../support/world'

const fresh = await freshDb()
const runner = join('node_modules/.cache/comanda/run', `saga-runner-${process.pid}.mjs`)
let bank: BankServer

beforeAll(async () => {
  bank = await aBankServer()
  await build({
    entryPoints: ['tests/support/saga-runner.ts'],
    outfile: runner,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
  })
})
afterAll(async () => {
  await bank.close()
  await rm(runner, { force: true })
})

type Story = { db: Db; shop: Shop; run(journey: Orders['journey'], die?: string): Promise<number | NodeJS.Signals> }

/** A shop with five bowls, and a process that orders one and may die on the way; always the same guest with the same form. */
async function aStory(db: Db, url: string): Promise<Story> {
  bank.gateway.charges.clear()
  const shop = await aShop(db, { stock: { noodles: 5 } })
  const { brandId, storeId, noodles: dishId } = shop
  const told = { url, bank: bank.url, brandId, storeId, dishId, visitor: newId(), key: newId() }
  const run: Story['run'] = (journey, die) =>
    program([runner, JSON.stringify({ ...told, journey, die: die ?? null } satisfies Orders)]).end()
  return { db, shop, run }
}

/** As if the minutes had gone by that a hold lasts and that a dead worker's jobs stay locked: nobody sleeps. */
async function timePasses(db: Db): Promise<void> {
  const past = sql`now() - interval '1 hour'`
  await sql`update orders set held_until = ${past} where fulfilment = 'draft'`.execute(db)
  await sql`update graphile_worker._private_jobs set run_at = ${past}, locked_at = locked_at - interval '1 hour'`.execute(
    db,
  )
}

const orderOf = ({ db, shop }: Story) =>
  db.selectFrom('orders').select('id').where('brandId', '=', shop.brandId).executeTakeFirst()
const left = async ({ db, shop }: Story) =>
  (await db.selectFrom('inventory').select('totalStock').where('dishId', '=', shop.noodles).executeTakeFirstOrThrow())
    .totalStock

/** Eaten and paid, or neither: nothing in between, and nothing twice. */
async function allOrNothing(story: Story): Promise<'served' | 'put back' | 'never happened'> {
  await booksAgree(story.db, story.shop)
  const order = await orderOf(story)
  const tickets = order
    ? await story.db.selectFrom('ticket').select('status').where('orderId', '=', order.id).execute()
    : []
  const state = order && (await stateOf(story.db, order.id))
  if (state?.saga === 'completed') {
    expect(state).toMatchObject({ fulfilment: 'accepted', paymentState: 'paid', sequence: 1 })
    expect([await left(story), bank.gateway.kept, tickets]).toEqual([4, 180, [{ status: 'queued' }]])
    return 'served'
  }
  expect([await left(story), bank.gateway.kept, tickets.filter((t) => t.status !== 'cancelled')]).toEqual([5, 0, []])
  if (!state) return 'never happened'
  expect(state.saga).toBe('compensated')
  return 'put back'
}

const ordering = [
  'run order',
  'run inventory',
  'run payment',
  'committed place',
  'before start',
  'after start',
  'committed start',
  'approved',
  'after query',
  'run kitchen',
  'run delivery',
  'committed pay',
]

describe('R16: the process is killed while a guest orders', () => {
  test.each(ordering)('at “%s”; a worker alone brings it to an end', async (point) => {
    const story = await aStory(fresh.db, fresh.url)
    expect(await story.run('order', point)).toBe('SIGKILL')
    await timePasses(story.db)
    expect(await story.run('recover')).toBe(0)
    const isApproved = ordering.indexOf(point) >= ordering.indexOf('approved')
    const isWritten = ordering.indexOf(point) >= ordering.indexOf('committed place')
    expect(await allOrNothing(story)).toBe(isApproved ? 'served' : isWritten ? 'put back' : 'never happened')
  })

  test.each(['run inventory', 'committed place', 'after start', 'run kitchen'])(
    'at “%s”; the guest taps again and gets one order',
    async (point) => {
      const story = await aStory(fresh.db, fresh.url)
      expect(await story.run('order', point)).toBe('SIGKILL')
      expect(await story.run('order')).toBe(0)
      expect(await allOrNothing(story)).toBe('served')
    },
  )
})

const cancelling = [
  'undo delivery',
  'undo kitchen',
  'undo payment',
  'undo inventory',
  'undo order',
  'committed cancel',
  'before refund',
  'after refund',
]

describe('R16: the process is killed while staff cancel', () => {
  test.each(cancelling)('at “%s”; the money goes back once', async (point) => {
    const story = await aStory(fresh.db, fresh.url)
    expect(await story.run('cancel', point)).toBe('SIGKILL')
    await timePasses(story.db)
    const isWritten = cancelling.indexOf(point) >= cancelling.indexOf('committed cancel')
    expect(await story.run(isWritten ? 'recover' : 'cancel')).toBe(0)
    expect(await allOrNothing(story)).toBe('put back')
    const [charge] = bank.gateway.charges.values()
    expect([...charge!.refunds.values()]).toEqual([180])
  })
})

test('R16: the database is killed in the middle of a transaction, and comes back', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'comanda-vitest-kill-'))
  const embedded = await startEmbedded({ dir })
  const { db, pool } = connect(embedded.url)
  try {
    await migrate(embedded.url)
    const kill = async () => process.kill((await postmaster(join(dir, 'cluster')))!.pid, 'SIGQUIT')
    bank.onKillDatabase = async () => void (await kill())
    const story = await aStory(db, embedded.url)
    expect(await story.run('order', 'database:run kitchen')).not.toBe(0)
    await expect
      .poll(
        () =>
          pool.query('select 1').then(
            () => true,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true)
    await timePasses(db)
    expect(await story.run('recover')).toBe(0)
    expect(await allOrNothing(story)).toBe('served')
  } finally {
    await pool.end()
    await embedded.stop()
    await rm(dir, { recursive: true, force: true })
  }
}, 60_000)
