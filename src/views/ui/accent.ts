import type { Place } from '../../domain/brands/store-view'

type Accented = Pick<Place, 'brandSlug' | 'accent'>

/** The brand's stylesheet for a page, with a version that changes with its colours; none for a brand in the house's own. */
export function accentOf({ brandSlug, accent }: Accented): { brand: string; version: string } | undefined {
  const version = versionOf([accent])
  return version === '' ? undefined : { brand: brandSlug, version }
}

/** Stands for every brand in the accent's URL; no slug begins so. */
export const everyBrand = '-'

/** One stylesheet for pages that show many brands. */
export const accentOfAll = (places: readonly Accented[]): { brand: string; version: string } => ({
  brand: everyBrand,
  version: versionOf(places.map(({ accent }) => accent)),
})

const versionOf = (accents: readonly Place['accent'][]): string =>
  accents
    .map(({ brand, fill, ink, tint }) => [brand, fill, ink, tint].filter(Boolean).join('_'))
    .join('.')
    .replace(/[^\w.]+/g, '-')
