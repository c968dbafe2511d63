/** A lunch rush against a running site: npm run simulate -- --url http://localhost:3000 --orders 60 --rate 3 --seed 1 */
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { checkBooks, stockNow } from './simulate/books'
import { chance } from './simulate/chance'
import { crew } from './simulate/crew'
import { guests } from './simulate/guests'
import { siteAt } from './simulate/site'
import { newTally } from './simulate/tally'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    orders: { type: 'string', default: '60' },
    rate: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
})
const [orders, rate] = [Number(values.orders), Number(values.rate)]
const site = siteAt(values.url)
const tokens = {
  staff: await site.token('staff'),
  admin: await site.token('admin'),
}
const tally = newTally()
// Rung up by staff: one customer may not order as often as a rush does.
const visit = guests(site, tokens.staff, chance(Number(values.seed)), tally)
const round = crew(site, tokens.staff, tally)

const before = await stockNow(site)
const startedAt = Date.now()
const progress = (part: string) => {
  const text = `${part.padEnd(9)} ${((Date.now() - startedAt) / 1000).toFixed(0).padStart(4)} s | ${tally.line()}`
  process.stdout.write(process.stdout.isTTY ? `\r\x1b[K${text}` : `${text}\n`)
}
const ticker = setInterval(() => progress('rush'), 1000)

const visits: Promise<void>[] = []
let isOpen = true
const working = (async () => {
  while (isOpen || (await round())) {
    if (isOpen) await round()
    await wait(100)
  }
})()
for (let n = 0; n < orders; n++) {
  visits.push(visit().catch((e) => tally.fault(String(e))))
  await wait(1000 / rate)
}
await Promise.all(visits)
isOpen = false
await working
clearInterval(ticker)
progress('done')

await wait(2000)
const wrong = await checkBooks(site, tokens, before, tally)
process.stdout.write(
  wrong.length === 0
    ? `\nThe books agree: stock, payments and sagas of ${tally.orders.size} orders.\n`
    : `\nThe books do not agree:\n${wrong.map((line) => `  ${line}`).join('\n')}\n`,
)
process.exitCode = wrong.length === 0 ? 0 : 1
