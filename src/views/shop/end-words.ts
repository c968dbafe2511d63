import { causeText } from '../ui/cause'
import type { T } from '../ui/words'

/** Why orders end by themselves. */
const known = new Set([
  'guest',
  'payment_declined',
  'payment_cancelled',
  'payment_expired',
  'hold_expired',
  'kitchen_failed',
  'delivery_failed',
])
const isCode = (reason: string) => /^[a-z_]+$/.test(reason)

/** The reason an order ended, in a sentence: by itself, or as somebody at the shop said it. */
export function endWords(t: T, reason: string | null): string {
  if (!reason) return ''
  if (known.has(reason)) return t(`shop.end.${reason}`)
  const said = causeText(t, reason)
  return isCode(said) ? t('shop.end.fault') : t('shop.end.said', { reason: said })
}
