import { paths } from '../paths'

/** The log's filter as its URL says it; what is absent does not narrow. */
export type AuditUrl = {
  /** An account's id, or 'system'. */
  who?: string | undefined
  what?: AuditArea | undefined
  /** The whole brand instead of this store. */
  where?: 'brand' | undefined
  /** The tablet it was done at. */
  device?: string | undefined
  /** Business day 'YYYY-MM-DD'. */
  day?: string | undefined
}

/** What acts are about: the first word of every action. */
export const auditAreas = [
  'order',
  'orders',
  'payment',
  'refund',
  'saga',
  'ticket',
  'delivery',
  'stock',
  'dish',
  'menu',
  'customer',
  'staff',
  'invitation',
  'device',
  'pin',
  'store',
  'brand',
  'audit',
] as const
export type AuditArea = (typeof auditAreas)[number]

type Place = { brandSlug: string; storeSlug: string }
type Change = AuditUrl & { cursor?: string | undefined; entry?: string | undefined }

/** The log's URL with this filter changed in some respect; a change begins again at the first page. */
export const auditHref = (place: Place, filter: AuditUrl, change: Change = {}): string =>
  paths.officeAudit.href({ brand: place.brandSlug, store: place.storeSlug }, { ...filter, ...change })

/** The file of every entry that this filter shows. */
export const auditCsvHref = (place: Place, filter: AuditUrl): string =>
  paths.officeAuditCsv.href({ brand: place.brandSlug, store: place.storeSlug }, { ...filter })
