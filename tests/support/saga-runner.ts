import { pino } from 'pino'
import { connect, type Tx } from '../../src/db/connect'
import { cancelOrder } from '../../src/domain/orders/cancel-order'
import { resolveAttempt } from '../../src/domain/orders/paying/resolve-attempt'
import { startPayment } from '../../src/domain/orders/paying/start-payment'
import { placeOrder } from '../../src/domain/orders/place-order'
import type { LocalStep } from '../../src/domain/orders/saga/step'
import { orderSteps } from '../../src/domain/orders/saga/steps'
import type { Gateway, Refunded, Standing } from '../../src/domain/payments/gateway'
import type { Actor, Ctx } from '../../src/domain/shared/ctx'
import { inTransaction } from '../../src/domain/shared/in-transaction'
import type { Result } from '../../src/domain/shared/result'
import { startWorker } from '../../src/worker'
import { noCodes } from './codes'

/** What the test tells this process: where the database and the bank are, what to do, and where to die. */
export type Orders = {
  url: string
  bank: string
  brandId: string
  storeId: string
  dishId: string
  visitor: string
  key: string
  /** order: place, pay and wait until it is done. cancel: and then staff cancel it. recover: only what a worker does. */
  journey: 'order' | 'cancel' | 'recover'
  /** The point at which this process kills itself, or (`database:` before it) has the database killed. */
  die: string | null
}

const told = JSON.parse(process.argv[2] ?? '{}') as Orders
const { db, pool } = connect(told.url, 8)

async function point(name: string): Promise<void> {
  if (told.die === `database:${name}`) await fetch(`${told.bank}/kill-database`, { method: 'POST' })
  if (told.die !== name) return
  process.kill(process.pid, 'SIGKILL')
  await new Promise(() => {})
}

for (const step of orderSteps as LocalStep<unknown>[]) {
  for (const act of ['run', 'undo'] as const) {
    const real = step[act].bind(step) as (...args: unknown[]) => Promise<never>
    step[act] = async (...args: unknown[]) => {
      const outcome = await real(...args)
      await point(`${act} ${step.name}`)
      return outcome
    }
  }
}

/** The bank lives in the test's own process: it survives whatever happens here. */
async function ask<T>(what: string, body: object): Promise<T> {
  await point(`before ${what}`)
  const response = await fetch(`${told.bank}/${what}`, { method: 'POST', body: JSON.stringify(body) })
  const answer = (await response.json()) as T
  await point(`after ${what}`)
  return answer
}
const bank: Gateway = {
  name: 'demo',
  start: (input) => ask('start', input),
  confirm: (externalRef) => ask<Standing>('query', { externalRef, attemptId: '' }),
  query: (ref) => ask<Standing>('query', ref),
  refund: (externalRef, amount, key) => ask<Refunded>('refund', { externalRef, amount, key }),
  parseCallback: async () => null,
}
const deps = {
  db,
  pool,
  gateways: { byName: { demo: bank }, online: 'demo' },
  codes: noCodes,
  now: () => new Date(),
  log: pino({ level: 'silent' }),
}

const { brandId, storeId } = told
const ctx = (actor: Actor): Ctx => ({ now: new Date(), actor, brandId, storeId, lang: 'zh-Hant', requestId: 'runner' })
const guest: Actor = { kind: 'guest', visitor: told.visitor }
const grants = [{ role: 'store_staff' as const, brandId, storeId, p1: true, p2: true, p3: true, p4: true }]
const staff: Actor = { kind: 'person', accountId: crypto.randomUUID(), name: '阿哲', visitor: '', grants }

async function run<T, R>(name: string, work: (tx: Tx) => Promise<Result<T, R>>): Promise<T> {
  const result = await inTransaction(db, work)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.refusal)}`)
  await point(`committed ${name}`)
  return result.value
}

async function order(): Promise<string> {
  const { orderId } = await run('place', (tx) =>
    placeOrder(tx, ctx(guest), {
      key: told.key,
      channel: 'web',
      orderType: 'delivery',
      address: '金山南路',
      paymentMethod: 'online',
      contactName: '陳先生',
      contactPhone: '0928123521',
      lines: [{ dishId: told.dishId, optionIds: [], quantity: 1 }],
    }),
  )
  const urls = { returnUrl: 'https://shop.test', cancelUrl: 'https://shop.test', callbackUrl: 'https://shop.test' }
  const begun = await startPayment(deps, ctx(guest), { orderId, urls })
  if (!begun.ok) return orderId
  await point('committed start')
  const externalRef = begun.value.paymentUrl.split('/').at(-1)!
  await fetch(`${told.bank}/approve`, { method: 'POST', body: JSON.stringify({ externalRef }) })
  await point('approved')
  await resolveAttempt(deps, { gateway: 'demo', externalRef })
  await point('committed pay')
  return orderId
}

const idle = ['completed', 'compensated']
async function settled(): Promise<boolean> {
  const sagas = await db.selectFrom('saga').select('status').where('brandId', '=', brandId).execute()
  return sagas.every(({ status }) => idle.includes(status))
}

const orderId = told.journey === 'recover' ? null : await order()
if (told.journey === 'cancel' && orderId) {
  await run('cancel', (tx) => cancelOrder(tx, ctx(staff), { orderId, cause: '客人要求' }))
}
const worker = await startWorker(deps)
const until = Date.now() + 30_000
while (!(await settled()) && Date.now() < until) await new Promise((go) => setTimeout(go, 20))
await worker.stop()
const isSettled = await settled()
await pool.end()
process.exit(isSettled ? 0 : 3)
