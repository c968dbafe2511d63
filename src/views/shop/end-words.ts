import { causeText } from '../ui/cause'
import type { T } from '../ui/words'

/** Why orders end by themselves; anything else is what a person wrote. */
const known = new Set([
  'payment_declined',
  'payment_cancelled',
  'payment_expired',
  'payment_failed',
  'hold_expired',
  'expired',
  'guest',
  'customer',
  'out_of_stock',
  'kitchen_failed',
  'delivery_failed',
])

/** The reason an order ended, in a sentence. */
export function endWords(t: T, reason: string | null): string {
  if (!reason) return ''
  return known.has(reason) ? t(`shop.end.${reason}`) : t('shop.end.said', { reason: causeText(t, reason) })
}
