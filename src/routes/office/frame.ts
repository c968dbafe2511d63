import { may } from '../../domain/people/may'
import type { OfficeFrame } from '../../views/office/layout'
import { textIn } from '../../views/ui/words'
import type { C } from '../kit/context'

/** What surrounds every page of the office, for whoever is reading. `stuckCount` comes with the page's own look at the database. */
export function frameOf(c: C, stuckCount: number): OfficeFrame {
  const { place, actor, lang } = c.var
  const grants = actor.kind === 'person' ? actor.grants : []
  return {
    place: {
      brandSlug: place.brandSlug,
      brandName: textIn(place.brandName, lang, place.defaultLang),
      storeSlug: place.storeSlug,
      storeName: textIn(place.storeName, lang, place.defaultLang),
    },
    rights: {
      orders: may(actor, 'office.see', place),
      customers: may(actor, 'customer.see', place),
      staff: may(actor, 'staff.manage', place),
      stores: may(actor, 'brand.manage', place),
      counter: may(actor, 'counter.use', place),
      kitchen: may(actor, 'kitchen.use', place),
      dispatch: may(actor, 'dispatch.use', place),
      sagas: may(actor, 'saga.see', place),
    },
    rank: rankOf(c),
    hasOtherPlaces: grants.length > 1 || grants.some((grant) => grant.role !== 'store_staff'),
    stuckCount,
  }
}

function rankOf(c: C): OfficeFrame['rank'] {
  const { actor, place } = c.var
  const grants = actor.kind === 'person' ? actor.grants : []
  if (grants.some((grant) => grant.role === 'boss')) return 'boss'
  if (grants.some((grant) => grant.role === 'brand_admin' && grant.brandId === place.brandId)) return 'brand_admin'
  const here = grants.find((grant) => grant.storeId === place.storeId)
  const held = ([1, 2, 3, 4] as const).filter((n) => here?.[`p${n}`])
  return `p${held.join('')}`
}
