import type { Place } from '../../domain/brands/store-view'

/** What names a store in URLs. */
export const slugsOf = (place: Place) => ({ brand: place.brandSlug, store: place.storeSlug })
