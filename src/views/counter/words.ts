import type { StockRefusal } from '../../domain/inventory/set-stock'
import type { CashRefusal } from '../../domain/orders/paying/confirm-cash'
import type { CancelRefusal, OrderRefusal } from '../../domain/orders/refusals'
import type { DeliveryRefusal } from '../../domain/orders/serving/move-delivery'
import type { Lang } from '../../domain/shared/ctx'
import { moneyText } from '../ui/money'
import { clockText, type T } from '../ui/words'

/** What words need to know of the store that is spoken about. */
export type Speech = { t: T; lang: Lang; timeZone: string; currency: string }

type ActRefusal = OrderRefusal | CancelRefusal | DeliveryRefusal | { reason: 'unpaid'; missing: number }

/** Why an order could not be moved, and what to do. */
export function actWords({ t, lang, currency }: Speech, refusal: ActRefusal): string {
  switch (refusal.reason) {
    case 'not_found':
    case 'cause_missing':
    case 'kitchen_started':
    case 'driver_missing':
    case 'not_ready':
      return t(`counter.problem.${refusal.reason}`)
    case 'illegal_move':
      return t('counter.problem.illegal_move', { state: t(`counter.state.${refusal.from}`) })
    case 'unpaid':
      return t('counter.problem.unpaid', { amount: moneyText(refusal.missing, lang, currency) })
  }
}

/** Why money could not be taken, and what to do. */
export function cashWords({ t, lang, timeZone, currency }: Speech, refusal: CashRefusal): string {
  switch (refusal.reason) {
    case 'not_found':
    case 'not_cash':
    case 'order_over':
      return t(`counter.pay.problem.${refusal.reason}`)
    case 'too_little':
      return t('counter.pay.problem.too_little', { amount: moneyText(refusal.missing, lang, currency) })
    case 'already_paid': {
      const time = clockText(refusal.at, lang, timeZone)
      return refusal.by
        ? t('counter.pay.problem.already_paid', { name: refusal.by, time })
        : t('counter.pay.problem.already_paid_online', { time })
    }
  }
}

/** Why a count could not be changed. */
export function stockWords(t: T, refusal: StockRefusal | { reason: 'bad_level' }): string {
  switch (refusal.reason) {
    case 'not_found':
    case 'bad_level':
      return t(`counter.stock.problem.${refusal.reason}`)
    case 'below_zero':
      return t('counter.stock.problem.below_zero', { left: refusal.left })
    case 'too_many':
      return t('counter.stock.problem.too_many', { max: refusal.max })
  }
}

/** Who did something, as people say it: the guest and the system have no names. */
export const actorText = (t: T, actor: string): string =>
  actor === 'guest' || actor === 'system' ? t(`counter.actor.${actor}`) : actor
