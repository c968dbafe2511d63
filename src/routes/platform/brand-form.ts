import { z } from 'zod'
import { deriveAccent, palette } from '../../domain/brands/accent'
import type { AnyBrand } from '../../domain/brands/all-brands'
import { cssOf, hexOf, readColour } from '../../domain/brands/colour'
import { type Lang, langs } from '../../domain/shared/ctx'
import { reservedSlugs } from '../../views/paths'
import type { BrandLook, TypedBrand } from '../../views/platform/brand-form'

const text = (max: number) => z.string().trim().max(max, 'platform.too_long').catch('')
const many = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.enum(langs as [Lang, ...Lang[]])),
)

/** A brand's form, whatever it holds: what is wrong with it the command says. */
export const brandForm = z.object({
  key: z.uuid().optional().catch(undefined),
  zh: text(80),
  en: text(80),
  zhDescription: text(300),
  enDescription: text(300),
  seal: text(2),
  pick: text(40),
  colour: text(40),
  was: text(40),
  slug: z.string().trim().toLowerCase().max(60).catch(''),
  currency: z.enum(['TWD', 'USD']).catch('TWD'),
  languages: many.catch([]),
  defaultLang: z.enum(langs as [Lang, ...Lang[]]).catch('zh-Hant'),
  isActive: z.literal('on').optional().catch(undefined).transform(Boolean),
  picture: z.instanceof(File).optional().catch(undefined),
})
export type BrandFields = z.output<typeof brandForm>

/** A swatch that was just picked counts before the code beside it, unless that was written anew. */
const colourOf = ({ pick, colour, was }: BrandFields): string => (colour === was && pick !== '' ? pick : colour)

export const inputOf = (fields: BrandFields) => ({
  slug: fields.slug,
  names: { 'zh-Hant': fields.zh, en: fields.en },
  descriptions: { 'zh-Hant': fields.zhDescription, en: fields.enDescription },
  seal: fields.seal,
  colour: colourOf(fields),
  currency: fields.currency,
  languages: fields.languages,
  isActive: fields.isActive,
  reserved: reservedSlugs,
})

/** What was typed, to be shown again. */
export const typedOf = (fields: BrandFields): TypedBrand => ({ ...fields, colour: colourOf(fields) })

export const blankBrand: TypedBrand = {
  ...{ zh: '', en: '', zhDescription: '', enDescription: '', seal: '', slug: '', currency: 'TWD' },
  colour: hexOf(palette.tomato),
  languages: [...langs],
  defaultLang: 'zh-Hant',
  isActive: true,
}

export const typedFrom = (brand: AnyBrand): TypedBrand => ({
  zh: brand.name['zh-Hant'] ?? '',
  en: brand.name.en ?? '',
  zhDescription: brand.description['zh-Hant'] ?? '',
  enDescription: brand.description.en ?? '',
  seal: brand.seal,
  slug: brand.slug,
  currency: brand.currency,
  colour: hexOf(readColour(brand.accent.chosen ?? brand.accent.brand ?? '') ?? palette.tomato),
  languages: brand.languages,
  defaultLang: brand.defaultLang,
  isActive: brand.isActive,
})

/** How a brand would look in this colour; an unreadable colour is shown in the house's own. */
export function lookOf(colour: string, brand: AnyBrand | null): BrandLook {
  const read = readColour(colour)
  const { accent, isDarker, readings } = deriveAccent(read ?? palette.tomato)
  const live = brand && readColour(brand.accent.brand ?? cssOf(palette.tomato))
  const hex = read ? hexOf(read) : colour
  return {
    colour: hex,
    live: live ? hexOf(live) : null,
    isChanged: live !== null && hexOf(live) !== hexOf(readColour(accent.brand)!),
    isDarker,
    readings,
    picks: Object.entries(palette).map(([name, value]) => ({
      name,
      hex: hexOf(value),
      isPicked: hexOf(value) === hex,
    })),
  }
}
