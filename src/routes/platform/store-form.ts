import { z } from 'zod'
import type { AnyBrand, AnyStore } from '../../domain/brands/all-brands'
import { reservedSlugs } from '../../views/paths'
import type { TypedStore } from '../../views/platform/store-form'

const text = (max: number) => z.string().trim().max(max).catch('')
const many = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.coerce.number().int().min(0).max(6)),
)
const time = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .catch('')

/** A store's form, whatever it holds: what is wrong with it the command says. */
export const storeForm = z.object({
  key: z.uuid().optional().catch(undefined),
  brand: z.uuid().catch(''),
  zh: text(80),
  en: text(80),
  zhAddress: text(200),
  enAddress: text(200),
  phone: text(40),
  slug: z.string().trim().toLowerCase().max(60).catch(''),
  weekdays: many.catch([]),
  opens: time,
  closes: time,
  stations: text(200),
  isActive: z.literal('on').optional().catch(undefined).transform(Boolean),
})
export type StoreFields = z.output<typeof storeForm>

export const inputOf = (fields: StoreFields) => ({
  slug: fields.slug,
  names: { 'zh-Hant': fields.zh, en: fields.en },
  addresses: { 'zh-Hant': fields.zhAddress, en: fields.enAddress },
  phone: fields.phone,
  isActive: fields.isActive,
  reserved: reservedSlugs,
})

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** The first hours of a new store: a closing time at or before the opening one is after midnight. */
export function hoursOf({ opens, closes }: StoreFields): { opensMinute: number; closesMinute: number } {
  if (opens === '' || closes === '') return { opensMinute: 0, closesMinute: 0 }
  const [opensMinute, closesMinute] = [minuteOf(opens), minuteOf(closes)]
  return { opensMinute, closesMinute: closesMinute > opensMinute ? closesMinute : closesMinute + 1440 }
}

/** Names between commas, Western or Chinese. */
export const stationsOf = ({ stations }: StoreFields): string[] => stations.split(/[,\u3001\uff0c]/)

export const blankStore = (brand: string, stations: string): TypedStore => ({
  ...{ brand, zh: '', en: '', zhAddress: '', enAddress: '', phone: '', slug: '', stations },
  ...{ weekdays: [0, 1, 2, 3, 4, 5, 6], opens: '11:00', closes: '21:00', isActive: true },
})

export const typedFrom = (brand: AnyBrand, store: AnyStore): TypedStore => ({
  ...blankStore(brand.id, ''),
  zh: store.name['zh-Hant'] ?? '',
  en: store.name.en ?? '',
  zhAddress: store.address['zh-Hant'] ?? '',
  enAddress: store.address.en ?? '',
  phone: store.phone,
  slug: store.slug,
  isActive: store.isActive,
})
