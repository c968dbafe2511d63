import type { Db } from '../../db/connect'
import type { Lang, Texts } from '../shared/ctx'
import { ok, type Result, refuse } from '../shared/result'
import { type SlugRefusal, slugShape } from './brand-input'

/** What is said of a store, wherever it stands. `reserved` are slugs that the product's own pages have taken. */
export type StoreInput = {
  slug: string
  names: Texts
  addresses: Texts
  phone: string
  isActive: boolean
  reserved: ReadonlySet<string>
}

export type StoreRefusal = SlugRefusal | { reason: 'name_missing'; lang: Lang } | { reason: 'phone_bad' }
export type StoreValues = { slug: string; name: string; address: string; phone: string; isActive: boolean }

const phoneShape = /^[+\d][\d\s()#-]{5,29}$/

/** A store's columns from what was typed; a slug belongs to one store of the brand. `storeId` is the store being changed. */
export async function readStore(
  db: Db,
  input: StoreInput,
  { brandId, defaultLang, storeId }: { brandId: string; defaultLang: Lang; storeId?: string },
): Promise<Result<StoreValues, StoreRefusal>> {
  const { slug, isActive } = input
  const name = input.names[defaultLang]?.trim() ?? ''
  if (name === '') return refuse({ reason: 'name_missing', lang: defaultLang })
  const phone = input.phone.trim()
  if (phone !== '' && !phoneShape.test(phone)) return refuse({ reason: 'phone_bad' })
  if (!slugShape.test(slug)) return refuse({ reason: 'slug_bad' })
  if (input.reserved.has(slug)) return refuse({ reason: 'slug_reserved' })
  const holder = await db
    .selectFrom('store')
    .select('id')
    .where('brandId', '=', brandId)
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (holder && holder.id !== storeId) return refuse({ reason: 'slug_taken' })
  return ok({ slug, name, address: input.addresses[defaultLang]?.trim() ?? '', phone, isActive })
}
