import { type Actor, type StaffGrant, type Tablet, tabletOf } from '../shared/ctx'

/**
 * Every permission there is, and who holds it (R30). P1 counter and stock, P2 see the office, P3 edit the office, P4 staff;
 * `works` is anyone with a grant somewhere; `tablet` whoever stands at a paired one of the store, signed in or not; a brand admin holds all of them in every store of the brand, the boss everywhere.
 */
export type Permission =
  | 'public'
  | 'signed_in'
  | 'works'
  | 'office.enter'
  | 'order.see'
  | 'customer.see'
  | 'customer.write'
  | 'counter.use'
  | 'kitchen.use'
  | 'dispatch.use'
  | 'stock.change'
  | 'office.see'
  | 'office.edit'
  | 'staff.manage'
  | 'saga.see'
  | 'saga.push'
  | 'brand.manage'
  | 'platform.manage'
  | 'tablet'
  | 'machine'

type Place = { brandId: string; storeId: string }

const inStore: Partial<Record<Permission, (grant: StaffGrant) => boolean>> = {
  'office.enter': (g) => g.p2 || g.p4,
  'order.see': (g) => g.p1 || g.p2,
  'customer.see': (g) => g.p1 || g.p2,
  'customer.write': (g) => g.p1,
  'counter.use': (g) => g.p1,
  'kitchen.use': (g) => g.p1,
  'dispatch.use': (g) => g.p1,
  'stock.change': (g) => g.p1,
  'office.see': (g) => g.p2,
  'office.edit': (g) => g.p3,
  'staff.manage': (g) => g.p4,
  'saga.see': (g) => g.p2,
  'saga.push': (g) => g.p3,
}

const byPin: ReadonlySet<Permission> = new Set([
  ...(['works', 'order.see', 'counter.use', 'kitchen.use', 'dispatch.use', 'stock.change', 'tablet'] as const),
])

/** Whether four digits are enough for this door: the work of the store, nothing of its office or of the person's own. */
export const opensByPin = (permission: Permission): boolean => byPin.has(permission)

/** All that anybody holds who came in by PIN, whatever else they are. */
export const grantByPin = ({ brandId, storeId }: Tablet): StaffGrant => ({
  ...{ role: 'store_staff', brandId, storeId, p1: true, p2: false, p3: false, p4: false },
})

/** Whether this actor holds the permission at this place. `public` and `machine` (signed callbacks, probes) are open to all here. */
export function may(actor: Actor, permission: Permission, place?: Place): boolean {
  if (permission === 'public' || permission === 'machine') return true
  if (actor.kind === 'system') return true
  if (permission === 'tablet') return place !== undefined && tabletOf(actor)?.storeId === place.storeId
  if (actor.kind === 'guest' || (actor.isByPin && !byPin.has(permission))) return false
  if (permission === 'signed_in') return true
  if (permission === 'works') return actor.grants.length > 0
  return actor.grants.some((grant) => {
    if (grant.role === 'boss') return true
    if (permission === 'platform.manage') return false
    if (!place || grant.brandId !== place.brandId) return false
    if (grant.role === 'brand_admin') return true
    return grant.storeId === place.storeId && (inStore[permission]?.(grant) ?? false)
  })
}

/** Whether the actor works here at all: what is not yours is 404, what you may see but not do is 403. */
export const worksAt = (actor: Actor, place: Place): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'person' &&
    actor.grants.some(
      (g) =>
        g.role === 'boss' || (g.brandId === place.brandId && (g.role === 'brand_admin' || g.storeId === place.storeId)),
    ))

/** Seed 000's single role word: admin = boss, staff = any store or brand grant, else customer. */
export function roleOf(grants: readonly StaffGrant[]): 'admin' | 'staff' | 'customer' {
  if (grants.some((g) => g.role === 'boss')) return 'admin'
  return grants.length > 0 ? 'staff' : 'customer'
}

export const rights = ['p1', 'p2', 'p3', 'p4'] as const
export type Right = (typeof rights)[number]
export type Rights = Record<Right, boolean>

/** Which of P1-P4 the actor may give and take at this store: those they hold, if they manage its staff at all. Nobody grants more. */
export function grantable(actor: Actor, place: Place): Rights {
  const manages = may(actor, 'staff.manage', place)
  const wider = actor.kind === 'system' || may(actor, 'brand.manage', place)
  const own = actor.kind === 'person' ? actor.grants.find((g) => g.storeId === place.storeId) : undefined
  const holds = (right: Right) => manages && (wider || (own?.[right] ?? false))
  return { p1: holds('p1'), p2: holds('p2'), p3: holds('p3'), p4: holds('p4') }
}

/** Whether the actor may make somebody an admin of a brand, or end that: the boss alone. */
export const mayNameAdmins = (actor: Actor): boolean => may(actor, 'platform.manage')
