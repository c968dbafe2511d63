import type { ClosedRule } from '../../brands/hours'
import type { LineProblem } from '../../cart/price-cart'
import type { Texts } from '../../shared/ctx'
import type { Channel, OrderType, PayWay } from '../lifecycle'

export type LineInput = { dishId: string; optionIds: string[]; quantity: number; note?: string }

export type PlaceInput = {
  /** Made by the client, unique in the brand: a replay gives the first answer (R6). */
  key: string
  channel: Channel
  orderType: OrderType
  paymentMethod: PayWay
  contactName?: string
  contactPhone?: string
  address?: string
  tableLabel?: string
  note?: string
  /** The total the person last saw and said yes to; without it every line's price at adding time counts (R11). */
  acceptedTotal?: number
  /** Yes to going on without lines that can no longer be had. */
  withoutLost?: boolean
  /** Lines told outright (API, counter); else the actor's cart, which is emptied. */
  lines?: LineInput[]
  customerId?: string
  /** A later time than as soon as possible (R36). */
  promisedAt?: Date
}

export type Placed = { orderId: string; paymentId: string; total: number; number: string | null; replayed: boolean }

/** `optionId` when it is the option that is short. */
export type ShortLine = { dishId: string; optionId: string | null; name: Texts; wanted: number; available: number }
export type RefusedLine = { lineId: string; dishId: string; name: Texts; problem: LineProblem | null }

export type PlaceRefusal =
  | { reason: 'not_found' }
  | { reason: 'key_reused' }
  | { reason: 'empty' }
  | { reason: 'too_many'; max: number }
  | { reason: 'no_menu' }
  | { reason: 'closed'; rule: ClosedRule; opensAt: Date | null }
  | { reason: 'paused'; until: Date | null; text: string | null }
  | { reason: 'type_off'; orderType: OrderType }
  | { reason: 'payment_off'; paymentMethod: PayWay }
  | { reason: 'contact_missing'; field: 'contactName' | 'contactPhone' }
  | { reason: 'address_missing' }
  | { reason: 'too_long'; field: 'contactName' | 'contactPhone' | 'address' | 'tableLabel' | 'note'; max: number }
  | { reason: 'too_early'; earliest: Date }
  | { reason: 'lost_lines'; lines: RefusedLine[] }
  | { reason: 'bad_options'; lines: RefusedLine[] }
  | { reason: 'bad_quantity'; lines: RefusedLine[] }
  | { reason: 'price_changed'; was: number; now: number }
  | { reason: 'below_minimum'; minimum: number; missing: number }
  | { reason: 'sold_out'; lines: ShortLine[] }
