import { placeBySlugs } from '../../domain/brands/queries'
import type { Place } from '../../domain/brands/store-view'
import { reservedSlugs } from '../../views/paths'
import type { C } from '../kit/context'

/** The shop that the way back leads to, whose name and colours the door wears; null for any other page. */
export async function shopfrontOf(c: C, back: string | undefined): Promise<Place | null> {
  const [, brand, store] = (back ?? '').split(/[/?#]/)
  if (!brand || !store || reservedSlugs.has(brand)) return null
  return placeBySlugs(c.var.deps.db, decoded(brand), decoded(store))
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return ''
  }
}
