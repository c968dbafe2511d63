import type { OrderType, PaymentState, StatusWord } from '../../domain/orders/lifecycle'
import { paths } from '../paths'

/** The ledger's filter as its URL says it; what is absent does not narrow. */
export type LedgerFilter = {
  /** Business day 'YYYY-MM-DD'; absent means today. */
  day?: string | undefined
  status?: StatusWord | undefined
  type?: OrderType | undefined
  payment?: PaymentState | undefined
  needs?: '1' | undefined
  q?: string | undefined
}

export const statusWords: readonly StatusWord[] = [
  'unpaid',
  'pending_payment',
  'paid',
  'preparing',
  'ready',
  'delivering',
  'completed',
  'cancelled',
]
export const orderTypes: readonly OrderType[] = ['dine_in', 'takeout', 'delivery']
export const paymentStates: readonly PaymentState[] = [
  'unpaid',
  'pending',
  'paid',
  'partially_refunded',
  'refunded',
  'failed',
]

type Place = { brandSlug: string; storeSlug: string }
const params = (place: Place) => ({ brand: place.brandSlug, store: place.storeSlug })

/** The ledger's URL with this filter changed in some respect; a change begins again at the first page. */
export const ledgerHref = (
  place: Place,
  filter: LedgerFilter,
  change: LedgerFilter & { cursor?: string } = {},
): string => paths.officeOrders.href(params(place), { ...filter, ...change })

/** The same orders as a file. */
export const csvHref = (place: Place, filter: LedgerFilter): string => paths.officeOrdersCsv.href(params(place), filter)

export const orderHref = (place: Place, id: string): string => paths.officeOrder.href({ ...params(place), id })
