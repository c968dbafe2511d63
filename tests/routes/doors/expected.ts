import type { Permission } from '../../../src/domain/people/may'
import { isApiPath } from '../../../src/routes/kit/api-path'
import type { DeclaredRoute } from '../../../src/routes/kit/guard'
import type { House } from './house'
import { known, type Name, names, staff } from './people'

const all: Name[] = [...names]
const above: Name[] = ['admin', 'boss']

/** Who passes which door of the store, said once more by hand: this table and may.ts must agree (R30). */
const opens: Record<Permission, readonly Name[]> = {
  public: all,
  machine: all,
  signed_in: all.filter((name) => name !== 'guest'),
  works: staff,
  'office.enter': ['P2', 'P4', ...above],
  'order.see': ['P1', 'P2', ...above],
  'customer.see': ['P1', 'P2', ...above],
  'customer.write': ['P1', ...above],
  'counter.use': ['P1', ...above],
  'kitchen.use': ['P1', ...above],
  'dispatch.use': ['P1', ...above],
  'stock.change': ['P1', ...above],
  'office.see': ['P2', ...above],
  'office.edit': ['P3', ...above],
  'staff.manage': ['P4', ...above],
  'saga.see': ['P2', ...above],
  'saga.push': ['P3', ...above],
  'brand.manage': above,
  'platform.manage': ['boss'],
  // Nobody here stands at a paired tablet.
  tablet: [],
}

/** Doors that ask whose row it is: for everybody else the row is not there. */
function ownersOf({ method, path }: DeclaredRoute, { marks }: House): readonly Name[] | null {
  if (path === '/orders/:id' || path === '/orders/:id/stream') return marks.order.readers
  if (path.startsWith('/orders/:id/')) return ['customer']
  if (path.startsWith('/sign-up/code/')) return marks.signUpCode.readers
  if (path.startsWith('/reset/code/')) return marks.resetCode.readers
  if (path.startsWith('/account/phone/code/')) return marks.phoneCode.readers
  if (/^\/account\/(addresses|sessions)\/:id/.test(path)) return ['customer']
  if (/^\/orchestration\/orders\/(:id|:id\/cancel|history\/:id)$/.test(path)) return marks.order.readers
  if (path === '/orchestration/customers/:id') return staff.filter((name) => !name.endsWith('elsewhere'))
  if (path.startsWith('/orchestration/menu/admin/items/:id') && method !== 'POST')
    return staff.filter((name) => !name.endsWith('elsewhere'))
  return null
}

const deskOnly = /^(P[12]|P[12] .*|admin.*|boss)$/
const writersOnly = /^(P1|P1 .*|admin.*|boss)$/
const editorsOnly = /^(P3|P3 .*|admin.*|boss)$/

/** What the API asks inside, where the body or the id says which store it is about; null where it asks nothing more. */
function insideApi({ method, path }: DeclaredRoute, name: Name): '403' | '404' | null {
  if (path === '/orchestration/customers') return (method === 'GET' ? deskOnly : writersOnly).test(name) ? null : '403'
  if (path === '/orchestration/customers/:id') return deskOnly.test(name) ? null : '403'
  if (path.startsWith('/orchestration/menu/admin/')) return editorsOnly.test(name) ? null : '403'
  if (path === '/orchestration/orders/:id/cancel') return ['customer', 'P1', ...above].includes(name) ? null : '403'
  if (!/^\/orchestration\/(kitchen|delivery|payments|orders\/:id\/complete)/.test(path)) return null
  if (!known.includes(name)) return '404'
  return opens['counter.use'].includes(name) ? null : '403'
}

/** 'in', or the status that this person is turned away with. */
export function expected(route: DeclaredRoute, name: Name, house: House): string {
  const isApi = isApiPath(route.path)
  if (!opens[route.permission].includes(name)) {
    if (name === 'guest') return isApi ? '401' : 'sign-in'
    return route.path.includes(':store') && !known.includes(name) ? '404' : '403'
  }
  const owners = ownersOf(route, house)
  const inside = isApi ? insideApi(route, name) : null
  // A PIN is for those who work.
  if (route.path === '/account/pin' && !staff.includes(name)) return '403'
  // Who may not edit any menu is told so before it is looked for.
  if (inside === '403' && route.path.startsWith('/orchestration/menu/')) return inside
  if (owners && !owners.includes(name)) return '404'
  return inside ?? 'in'
}
