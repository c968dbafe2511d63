import type { CollectRefusal } from '../../domain/orders/serving/deliver-collected'
import { moneyText } from '../ui/money'
import type { View } from '../ui/view'

/** Why a delivery did not move, and what to do. `currency` is that of the order. */
export function deliveryWords(
  { t, lang }: Pick<View, 't' | 'lang'>,
  refusal: CollectRefusal,
  currency: string,
): string {
  switch (refusal.reason) {
    case 'not_found':
      return t('dispatch.not_found')
    case 'illegal_move':
    case 'order_over':
      return t('dispatch.moved_already')
    case 'not_ready':
      return t('dispatch.not_ready')
    case 'driver_missing':
      return t('dispatch.driver_missing')
    case 'not_cash':
      return t('dispatch.not_cash')
    case 'unpaid':
    case 'too_little':
      return t('dispatch.unpaid', { amount: moneyText(refusal.missing, lang, currency) })
  }
}
