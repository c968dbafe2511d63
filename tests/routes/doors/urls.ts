import { newId } from '../../../src/domain/shared/ids'
import type { DeclaredRoute } from '../../../src/routes/kit/guard'
import type { House } from './house'

/** What an id of a URL names, by how the pattern begins: the first that fits. A real row of the house wherever there is one. */
const rows: [start: string, id: (house: House) => string][] = [
  ['/orchestration/payments', ({ ids }) => ids.payment],
  ['/orchestration/menu', ({ shop }) => shop.salad],
  ['/orchestration/customers', ({ ids }) => ids.customer],
  ['/orchestration/', ({ ids }) => ids.order],
  ['/sign-up/code', ({ ids }) => ids.signUpCode],
  ['/reset/code', ({ ids }) => ids.resetCode],
  ['/account/phone/code', ({ ids }) => ids.phoneCode],
  ['/account/addresses', ({ ids }) => ids.address],
  ['/account/sessions', ({ ids }) => ids.session],
  ['/counter/:brand/:store/orders', ({ ids }) => ids.walkIn],
  ['/kitchen/', ({ ids }) => ids.ticket],
  ['/dispatch/', ({ ids }) => ids.delivery],
  ['/office/:brand/:store/customers', ({ ids }) => ids.customer],
  ['/office/:brand/:store/staff', ({ ids }) => ids.grant],
  ['/office/:brand/:store/tablets', ({ ids }) => ids.tablet],
  ['/office/:brand/:store/stores', ({ ids }) => ids.closedStore],
  ['/office/:brand/:store/invitations', ({ ids }) => ids.invitation],
  ['/office/', ({ ids }) => ids.order],
  ['/platform/brands', ({ shop }) => shop.brandId],
  ['/platform/stores', ({ shop }) => shop.storeId],
  ['/platform/people/invitations', ({ ids }) => ids.asked],
  ['/platform/people', ({ ids }) => ids.keeper],
  ['/orders', ({ ids }) => ids.order],
]

/** What stands after the question mark, where the page says more then. */
const queries: Record<string, (house: House) => string> = {
  '/counter/:brand/:store/search': ({ marks }) => `?q=${encodeURIComponent(marks.guestOrder.text)}`,
  '/office/:brand/:store/audit': ({ ids }) => `?entry=${ids.entry}`,
  '/orchestration/customers': ({ marks }) => `?q=${encodeURIComponent(marks.caller.text)}`,
}

export function urlOf({ path, method }: DeclaredRoute, house: House): string {
  const { shop, ids } = house
  const id = rows.find(([start]) => path.startsWith(start))?.[1](house) ?? newId()
  const named: Record<string, string> = {
    ...{
      brand: shop.brandSlug,
      store: shop.storeSlug,
      lang: 'zh-Hant',
      item: shop.salad,
      dish: shop.tea,
      gateway: 'demo',
    },
    line: path.includes('/cart/') ? ids.cartLine : ids.line,
  }
  const filled = path.replace(/:(\w+)/g, (_, key: string) => named[key] ?? (key === 'id' ? id : newId()))
  return filled + (method === 'GET' ? (queries[path]?.(house) ?? '') : '')
}
