import { z } from 'zod'
import type { AuditFilter } from '../../domain/audit/entries'
import { businessDay, businessDayRange } from '../../domain/brands/business-day'
import { may } from '../../domain/people/may'
import { type AuditUrl, auditAreas } from '../../views/office/audit-filter'
import type { C } from '../kit/context'

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

export type AuditQuery = {
  /** As the URL says it, for links; the whole brand only for who may read it. */
  filter: AuditUrl
  cursor: string | undefined
  narrowing: AuditFilter
  /** Today's business day, and where it began. */
  today: { day: string; from: Date }
}

/** What the log's URL asks for, at the store of this request. */
export function auditQuery(c: C): AuditQuery {
  const { deps, place, actor } = c.var
  const { cursor, entry, ...asked } = query.parse(c.req.query())
  const filter = may(actor, 'brand.manage', place) ? asked : { ...asked, where: undefined }
  const rangeOf = (day: string) => businessDayRange(day, place.timeZone, place.cutoffMinute)
  const today = businessDay(deps.now(), place.timeZone, place.cutoffMinute)
  const { who, what, where, device, day } = filter
  const narrowing: AuditFilter = {
    ...{ who, what, device, entry, cursor: readCursor(cursor) },
    where: where ?? { storeId: place.storeId },
    when: day ? rangeOf(day) : undefined,
  }
  return { filter, cursor, narrowing, today: { day: today, from: rangeOf(today).from } }
}
