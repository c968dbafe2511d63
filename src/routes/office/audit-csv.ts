import { stream } from 'hono/streaming'
import { type AuditCursor, auditEntries } from '../../domain/audit/entries'
import { audit } from '../../domain/audit/record'
import { ok } from '../../domain/shared/result'
import { auditCsvHead, auditCsvLine } from '../../views/office/audit-csv'
import { paths } from '../../views/paths'
import { csvStart } from '../../views/ui/csv'
import { router } from '../kit/audience'
import { ctxOf } from '../kit/context'
import { need } from '../kit/guard'
import { run } from '../kit/run'
import { auditQuery } from './audit-query'

const pageSize = 500

export const auditCsv = router()

/** Every entry of the filter as a file, newest first; that it was taken is an entry itself. */
auditCsv.get(paths.officeAuditCsv.pattern, need('staff.manage'), async (c) => {
  const { place, deps, t, lang } = c.var
  const { filter, narrowing, today } = auditQuery(c)
  const ctx = ctxOf(c)
  // What is written while the file is read is not in it.
  const until = { at: deps.now(), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
  await run(c, async (tx) => ok(await audit(tx, ctx, { action: 'audit.export', after: { ...filter } })), undefined)
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header(
    'Content-Disposition',
    `attachment; filename="${place.brandSlug}-${place.storeSlug}-log-${filter.day ?? today.day}.csv"`,
  )
  c.header('Cache-Control', 'no-store')
  // Nobody would ever read the stream of a head.
  if (c.req.method === 'HEAD') return c.body(null)
  return stream(c, async (out) => {
    await out.write(csvStart + auditCsvHead(t))
    let cursor: AuditCursor | null = until
    do {
      const page: Awaited<ReturnType<typeof auditEntries>> = await auditEntries(
        deps.db,
        ctx,
        { ...narrowing, cursor },
        pageSize,
      )
      await out.write(page.items.map((entry) => auditCsvLine({ t, lang }, place.timeZone, entry)).join(''))
      cursor = page.next
    } while (cursor !== null && !out.aborted)
  })
})
