import type { Tx } from '../../db/connect'
import type { Ctx, Texts } from '../shared/ctx'
import type { Result } from '../shared/result'
import type { Channel, OrderType, PayWay } from './lifecycle'

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
  /** Yes to going on without lines that are no longer sold. */
  withoutLost?: boolean
  /** Lines told outright (API, counter); else the actor's cart, which is emptied. */
  lines?: LineInput[]
  customerId?: string
  /** A later time than as soon as possible (R36). */
  promisedAt?: Date
}

export type Placed = { orderId: string; paymentId: string; total: number; number: string | null; replayed: boolean }

export type ShortLine = { dishId: string; optionId: string | null; name: Texts; wanted: number; available: number }
export type LineProblem = { lineId: string; dishId: string; name: Texts | null; problem: string }

export type PlaceRefusal =
  | { reason: 'not_found' }
  | { reason: 'key_reused' }
  | { reason: 'empty' }
  | { reason: 'no_menu' }
  | { reason: 'closed'; rule: string; opensAt: Date | null }
  | { reason: 'paused'; until: Date | null; text: string | null }
  | { reason: 'type_off'; orderType: OrderType }
  | { reason: 'payment_off'; paymentMethod: PayWay }
  | { reason: 'contact_missing'; field: 'contactName' | 'contactPhone' }
  | { reason: 'address_missing' }
  | { reason: 'too_long'; field: 'contactName' | 'contactPhone' | 'address' | 'tableLabel' | 'note'; max: number }
  | { reason: 'too_early'; earliest: Date }
  | { reason: 'lost_lines'; lines: LineProblem[] }
  | { reason: 'bad_options'; lines: LineProblem[] }
  | { reason: 'bad_quantity'; lines: LineProblem[] }
  | { reason: 'price_changed'; was: number; now: number }
  | { reason: 'below_minimum'; minimum: number; missing: number }
  | { reason: 'sold_out'; lines: ShortLine[] }

/**
 * Places an order from the actor's cart or from told lines: everything is looked at again with the server's clock, stock is taken,
 * the saga begins; all in one transaction of at most eight round trips (R44). Cash is final at once and gets its number; online is
 * a draft until the money arrives or `held_until` passes (R20).
 */
export async function placeOrder(_tx: Tx, _ctx: Ctx, _input: PlaceInput): Promise<Result<Placed, PlaceRefusal>> {
  throw new Error('in the next slice')
}
