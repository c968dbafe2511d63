import { z } from 'zod'
import { auditPage } from '../../domain/audit/queries'
import { businessDay, businessDayRange } from '../../domain/brands/business-day'
import { stuckCount } from '../../domain/orders/saga/stuck'
import { may } from '../../domain/people/may'
import { auditScreen } from '../../views/office/audit'
import { auditAreas } from '../../views/office/audit-filter'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { ctxOf } from '../kit/context'
import { need } from '../kit/guard'
import { show } from '../kit/show'
import { frameOf } from './frame'

const pageSize = 50

/** A value that nobody would choose is as good as absent: a filter from an old link must not break the page. */
const optional = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined)
const query = z.object({
  who: optional(z.union([z.uuid(), z.literal('system')])),
  what: optional(z.enum(auditAreas)),
  where: optional(z.literal('brand')),
  device: optional(z.uuid()),
  day: optional(z.iso.date()),
  cursor: optional(z.string().regex(/^\d{12,14}~[0-9a-f-]{36}$/)),
  entry: optional(z.uuid()),
})

const readCursor = (cursor: string | undefined) => {
  const [at, id] = cursor?.split('~') ?? []
  return at && z.uuid().safeParse(id).success ? { at: new Date(Number(at)), id: id! } : null
}

export const auditLog = router()

auditLog.get(paths.officeAudit.pattern, need('staff.manage'), async (c) => {
  const { deps, place, actor } = c.var
  const ctx = ctxOf(c)
  const { cursor, entry, ...asked } = query.parse(c.req.query())
  const filter = may(actor, 'brand.manage', place) ? asked : { ...asked, where: undefined }
  const today = businessDay(deps.now(), place.timeZone, place.cutoffMinute)
  const rangeOf = (day: string) => businessDayRange(day, place.timeZone, place.cutoffMinute)
  const found = await auditPage(
    deps.db,
    ctx,
    {
      who: filter.who,
      what: filter.what,
      where: filter.where ?? { storeId: ctx.storeId },
      device: filter.device,
      when: filter.day ? rangeOf(filter.day) : undefined,
      cursor: readCursor(cursor),
      entry,
    },
    { today: rangeOf(today).from, limit: pageSize, beside: stuckCount(ctx) },
  )
  const nextCursor = found.next ? `${found.next.at.getTime()}~${found.next.id}` : null
  const frame = frameOf(c, found.beside)
  return show(c, auditScreen, { frame, filter, cursor, nextCursor, timeZone: place.timeZone, today, found })
})
