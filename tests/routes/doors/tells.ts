import type { Marks } from './marks'
import type { Name } from './people'

/** What each page that is about somebody says to whom it is for: the proof that the search for marks would find them. */
export const tells: Record<string, [mark: keyof Marks | 'signUpCode' | 'resetCode' | 'phoneCode', to: Name][]> = {
  '/orchestration/users/me': [['email', 'customer']],
  '/orchestration/orders': [
    ['order', 'customer'],
    ['guestOrder', 'P1'],
    ['attempt', 'P2'],
  ],
  '/orchestration/orders/:id': [
    ['order', 'customer'],
    ['order', 'P1'],
  ],
  '/orchestration/orders/history/:id': [['order', 'customer']],
  '/orchestration/kitchen/orders/:id': [['order', 'P1']],
  '/orchestration/delivery/orders/:id': [['order', 'P1']],
  '/orchestration/customers': [['caller', 'P1']],
  '/orchestration/customers/:id': [['caller', 'P2']],
  '/orchestration/sagas/:id': [['stuck', 'boss']],
  '/sign-up/code/:id': [['signUpCode', 'guest']],
  '/reset/code/:id': [['resetCode', 'guest']],
  '/account/phone/code/:id': [['phoneCode', 'customer']],
  '/account': [
    ['email', 'customer'],
    ['address', 'customer'],
  ],
  '/account/data': [
    ['order', 'customer'],
    ['browser', 'customer'],
  ],
  '/orders': [
    ['order', 'customer'],
    ['guestOrder', 'guest'],
  ],
  '/orders/:id': [
    ['order', 'customer'],
    ['order', 'P1'],
  ],
  '/:brand/:store': [['cart', 'customer']],
  '/:brand/:store/cart': [['cart', 'customer']],
  '/:brand/:store/checkout': [['cart', 'customer']],
  '/:brand/:store/dishes/:dish': [['cart', 'customer']],
  '/counter/:brand/:store': [['guestOrder', 'P1']],
  '/counter/:brand/:store/orders/:id': [['guestOrder', 'P1']],
  '/counter/:brand/:store/orders/:id/payment': [['guestOrder', 'P1']],
  '/counter/:brand/:store/orders/:id/rejection': [['guestOrder', 'P1']],
  '/counter/:brand/:store/orders/:id/cancellation': [['guestOrder', 'P1']],
  '/counter/:brand/:store/search': [['guestOrder', 'P1']],
  '/counter/:brand/:store/stock/:item': [['stockReason', 'P1']],
  '/kitchen/:brand/:store': [['order', 'P1']],
  '/dispatch/:brand/:store': [['order', 'P1']],
  '/office/:brand/:store/orders': [['order', 'P2']],
  '/office/:brand/:store/orders.csv': [['guestOrder', 'P2']],
  '/office/:brand/:store/orders/:id': [['order', 'P2']],
  '/office/:brand/:store/sagas': [['order', 'P2']],
  '/office/:brand/:store/sagas/:id': [['stuck', 'P2']],
  '/office/:brand/:store/audit': [['past', 'P4']],
  '/office/:brand/:store/audit.csv': [['past', 'P4']],
  '/office/:brand/:store/stores': [['closedStore', 'admin']],
  '/office/:brand/:store/stores/:id/hours': [['closedStore', 'admin']],
  '/office/:brand/:store/customers': [['caller', 'P2']],
  '/office/:brand/:store/customers/new': [['caller', 'P1']],
  '/office/:brand/:store/customers/:id': [['note', 'P1']],
  '/office/:brand/:store/staff': [
    ['staff', 'P4'],
    ['keeper', 'P4'],
  ],
  '/office/:brand/:store/staff/:id': [['staff', 'P4']],
  '/office/:brand/:store/invitations/:id': [['invited', 'P4']],
  '/office/:brand/:store/tablets/:id': [['tablet', 'P4']],
  '/platform/brands': [['closedBrand', 'boss']],
  '/platform/brands/new': [['closedBrand', 'boss']],
  '/platform/brands/:id': [['closedBrand', 'boss']],
  '/platform/stores': [['closedStore', 'boss']],
  '/platform/stores/new': [['closedBrand', 'boss']],
  '/platform/stores/:id': [['closedStore', 'boss']],
  '/platform/audit': [['platformPast', 'boss']],
  '/platform/people': [['otherBoss', 'boss']],
  '/platform/people/invitations/:id': [['asked', 'boss']],
}

/** Pages without a datum of anybody: what is said there everyone may know, or is a number, a form or a way on. */
export const plain: ReadonlySet<string> = new Set([
  ...['/', '/:brand', '/sign-in', '/sign-up', '/reset', '/join', '/desks', '/language/:lang', '/accents/:brand'],
  ...['/orchestration/menu/items', '/api/openapi.json', '/api/docs'],
  ...['/orders/:id/payment', '/orders/:id/cancellation'],
  ...['/counter/:brand/:store/bar', '/counter/:brand/:store/stock', '/counter/:brand/:store/pause'],
  // Who may switch on a tablet is said on that tablet alone; tests/routes/counter knows one.
  ...['/counter/pair', '/counter/:brand/:store/pin'],
  ...['/office/:brand/:store/tablets', '/office/:brand/:store/tablets/new'],
  ...['/office/:brand/:store', '/office/:brand/:store/invitations'],
  ...['/office/:brand/:store/sagas/:id/compensation', '/office/:brand/:store/sagas/:id/settlement'],
  ...['/platform', '/platform/settings', '/platform/health', '/platform/accent', '/platform/accent.css'],
])

/** Doors that open by a secret in the URL alone: the walk knows none, and finds nothing behind them. */
export const bySecret: ReadonlySet<string> = new Set([
  ...['/pictures/:file', '/join/:secret', '/oauth/:provider/callback', '/oauth/:provider/refusal', '/liff'],
  ...['/demo-gateway/charges', '/demo-gateway/charges/:charge', '/demo-gateway/pay/:charge'],
])
