/**
 * npm run bench: the built app on a real PostgreSQL, driven in a closed loop (R42).
 *   --seconds 20      how long each part runs
 *   --customers 8     how many order at once
 *   --history 100000  past orders loaded before
 */
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { paths } from '../src/views/paths'
import { Browser, type Timings } from './browser'
import { cpuNow } from './cpu'
import { loadHistory } from './history'
import { type Shop, wholeOrder } from './rush'
import { openSite } from './site'
import { timingTable } from './table'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    customers: { type: 'string', default: '8' },
    history: { type: 'string', default: '0' },
  },
})
const [seconds, customers, history] = [Number(values.seconds), Number(values.customers), Number(values.history)]
const say = (text: string) => process.stderr.write(`${text}\n`)

const site = await openSite()
const database = new pg.Pool({ connectionString: site.databaseUrl, max: 4 })
try {
  if (history > 0) await loadHistory(site.databaseUrl, history, (done) => say(`history: ${done} of ${history} orders`))
  const shop = await aShop()
  const cashier = new Browser(site.base, new Map())
  await cashier.get('front door', paths.signIn.href({}))
  const signedIn = await cashier.post('sign in', paths.signIn.href({}), { login: 'staff', password: 'staff' })
  if (signedIn.status >= 400) throw new Error(`the cashier cannot sign in: ${signedIn.status}`)

  say('warming up')
  await measure(5, (n, timings) => wholeOrder(site.base, timings, cashier.notingInto(timings), database, shop, n))
  await database.query('analyze')

  const orders = await measure(seconds, (n, timings) =>
    wholeOrder(site.base, timings, cashier.notingInto(timings), database, shop, n),
  )
  const pages = await measure(seconds / 2, async (_, timings) => {
    const page = await new Browser(site.base, timings).get('menu page', paths.shop.href(shop), {
      'Accept-Encoding': 'gzip, deflate, br, zstd',
    })
    if (page.status !== 200) throw new Error(`menu page: ${page.status}`)
  })

  const memory = Math.round(totalmem() / 1024 ** 3)
  const row = (name: string, part: typeof orders) =>
    `| ${name} | ${part.perSecond.toFixed(0)} | ${part.app.toFixed(2)} | ${part.database.toFixed(2)} | ${(part.app + part.database).toFixed(2)} |`
  process.stdout.write(`
${cpus().length} cores, ${memory} GB, the driver on the same machine (${orders.driver.toFixed(1)} ms an order); ${customers} customers; ${history} past orders.

| what | a second | app CPU ms | database CPU ms | together |
|---|--:|--:|--:|--:|
${row('whole order', orders)}
${row('menu page', pages)}

${timingTable(orders.timings)}
`)
} finally {
  await database.end()
  await site.close()
}

/** Runs `act` with all customers at once for some seconds; per act: how many a second and how much processor time. */
async function measure(forSeconds: number, act: (n: number, timings: Timings) => Promise<void>) {
  const timings: Timings = new Map()
  const before = cpuNow(site.app, site.postmaster)
  const own = process.cpuUsage()
  const begun = performance.now()
  let count = 0
  const customer = async () => {
    while (performance.now() - begun < forSeconds * 1000) await act(count++, timings)
  }
  await Promise.all(Array.from({ length: customers }, customer))
  const elapsed = (performance.now() - begun) / 1000
  const after = cpuNow(site.app, site.postmaster)
  return {
    perSecond: count / elapsed,
    app: (after.app - before.app) / count,
    database: (after.database - before.database) / count,
    driver: (process.cpuUsage(own).user + process.cpuUsage(own).system) / 1000 / count,
    timings,
  }
}

/** The demo's first store, and dishes there that need no choices and are not counted. */
async function aShop(): Promise<Shop> {
  const { rows } = await database.query(`
    select b.slug as brand, s.slug as store, s.brand_id, array_agg(d.id) as dishes
    from store s join brand b on b.id = s.brand_id
    join menu m on m.brand_id = s.brand_id and m.store_id = s.id
    join menu_category c on c.brand_id = m.brand_id and c.menu_id = m.id and c.station_id is not null
    join menu_item i on i.brand_id = c.brand_id and i.menu_category_id = c.id
    join dish d on d.brand_id = i.brand_id and d.id = i.dish_id
    where not exists (select from dish_option_category x where x.brand_id = d.brand_id and x.dish_id = d.id)
      and not exists (select from inventory x where x.brand_id = d.brand_id and x.store_id = s.id and x.dish_id = d.id)
    group by b.slug, s.slug, s.brand_id, s.id order by s.brand_id, s.id limit 1`)
  const [first] = rows
  if (!first) throw new Error('the demo has no store with plain dishes')
  return { brand: first.brand, store: first.store, brandId: first.brand_id, dishes: first.dishes }
}
