import type { Db } from '../../db/connect'
import type { Lang, Texts } from '../shared/ctx'
import { ok, type Result, refuse } from '../shared/result'
import { deriveAccent } from './accent'
import { readColour } from './colour'
import type { Accent } from './store-view'

/** What is said of a brand. `colour` as a designer writes it; `reserved` are slugs that the product's own pages have taken. */
export type BrandInput = {
  slug: string
  names: Texts
  descriptions: Texts
  seal: string
  colour: string
  currency: string
  languages: Lang[]
  isActive: boolean
  reserved: ReadonlySet<string>
}

export type SlugRefusal = { reason: 'slug_bad' } | { reason: 'slug_reserved' } | { reason: 'slug_taken' }
export type BrandRefusal =
  | SlugRefusal
  | { reason: 'name_missing'; lang: Lang }
  | { reason: 'colour_bad' }
  | { reason: 'seal_bad' }

export type BrandValues = {
  slug: string
  name: string
  description: string
  seal: string
  accent: Accent
  currency: string
  languages: Lang[]
  isActive: boolean
}

export const slugShape = /^[a-z0-9][a-z0-9-]{1,39}$/
/** One Chinese character or two Latin letters fit the seal. */
const sealMax = 2

/** A brand's columns from what was typed. The name in the brand's own language must be there; `brandId` is the brand being changed. */
export async function readBrand(
  db: Db,
  input: BrandInput,
  { defaultLang, brandId }: { defaultLang: Lang; brandId?: string },
): Promise<Result<BrandValues, BrandRefusal>> {
  const { slug, currency, isActive } = input
  const name = input.names[defaultLang]?.trim() ?? ''
  if (name === '') return refuse({ reason: 'name_missing', lang: defaultLang })
  const seal = input.seal.trim()
  if (seal === '' || [...seal].length > sealMax || seal.length > sealMax) return refuse({ reason: 'seal_bad' })
  const colour = readColour(input.colour)
  if (!colour) return refuse({ reason: 'colour_bad' })
  if (!slugShape.test(slug)) return refuse({ reason: 'slug_bad' })
  if (input.reserved.has(slug)) return refuse({ reason: 'slug_reserved' })
  const holder = await db.selectFrom('brand').select('id').where('slug', '=', slug).executeTakeFirst()
  if (holder && holder.id !== brandId) return refuse({ reason: 'slug_taken' })
  const languages = [...new Set<Lang>([defaultLang, ...input.languages])]
  const description = input.descriptions[defaultLang]?.trim() ?? ''
  return ok({ slug, name, description, seal, accent: deriveAccent(colour).accent, currency, languages, isActive })
}
