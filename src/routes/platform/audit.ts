import { z } from 'zod'
import { platformAudit } from '../../domain/audit/entries'
import { businessDay, businessDayRange } from '../../domain/brands/business-day'
import { paths } from '../../views/paths'
import { platformAreas, platformAuditScreen } from '../../views/platform/audit'
import { router } from '../kit/audience'
import { ctxOf } from '../kit/context'
import { need } from '../kit/guard'
import { show } from '../kit/show'

const pageSize = 50
/** Above the brands there is no store whose clock would count: the house's own. */
const timeZone = 'Asia/Taipei'
const midnight = 0

const optional = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined)
const query = z.object({
  who: optional(z.uuid()),
  what: optional(z.enum(platformAreas)),
  day: optional(z.iso.date()),
  cursor: optional(z.string().regex(/^\d{12,14}~/)),
})

export const platformLog = router()

platformLog.get(paths.platformAudit.pattern, need('platform.manage'), async (c) => {
  const { db, now } = c.var.deps
  const { cursor, ...filter } = query.parse(c.req.query())
  const [at, id] = cursor?.split('~') ?? []
  const narrowing = {
    ...{ who: filter.who, what: filter.what },
    when: filter.day ? businessDayRange(filter.day, timeZone, midnight) : undefined,
    cursor: at && z.uuid().safeParse(id).success ? { at: new Date(Number(at)), id: id! } : null,
  }
  const found = await platformAudit(db, ctxOf(c, { brandId: '', storeId: '' }), narrowing, pageSize)
  const nextCursor = found.next ? `${found.next.at.getTime()}~${found.next.id}` : null
  const today = businessDay(now(), timeZone, midnight)
  return show(c, platformAuditScreen, { found, filter, nextCursor, today, timeZone })
})
