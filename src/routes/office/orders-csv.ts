import { stream } from 'hono/streaming'
import { audit } from '../../domain/audit/record'
import { officeOrderPage } from '../../domain/orders/office-orders'
import { ok } from '../../domain/shared/result'
import { csvHead, csvOrder } from '../../views/office/orders-csv'
import { paths } from '../../views/paths'
import { csvStart } from '../../views/ui/csv'
import { clockText } from '../../views/ui/words'
import { router } from '../kit/audience'
import { ctxOf } from '../kit/context'
import { need } from '../kit/guard'
import { run } from '../kit/run'
import { ledgerQuery } from './ledger-query'

const pageSize = 500

export const ordersCsv = router()

ordersCsv.get(paths.officeOrdersCsv.pattern, need('office.see'), async (c) => {
  const { place, deps, t, lang } = c.var
  const { day, filter, narrowing } = ledgerQuery(c)
  const ctx = ctxOf(c)
  await run(
    c,
    async (tx) => ok(await audit(tx, ctx, { action: 'orders.export', after: { ...filter, day } })),
    undefined,
  )
  const clock = (at: Date) => clockText(at, lang, place.timeZone)
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${place.brandSlug}-${place.storeSlug}-${day}.csv"`)
  c.header('Cache-Control', 'no-store')
  // Nobody would ever read the stream of a head.
  if (c.req.method === 'HEAD') return c.body(null)
  return stream(c, async (out) => {
    await out.write(csvStart + csvHead(t))
    let cursor: string | null = null
    do {
      const page = await officeOrderPage(deps.db, ctx, narrowing, pageSize, cursor)
      await out.write(page.items.map((order) => csvOrder(t, lang, clock, order)).join(''))
      cursor = page.nextCursor
    } while (cursor !== null && !out.aborted)
  })
})
