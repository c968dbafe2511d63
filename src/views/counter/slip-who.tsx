import type { FC } from 'hono/jsx'
import type { QueueOrder } from '../../domain/orders/queue'
import { moneyText } from '../ui/money'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import { isCooking } from './slip-age'

/** Whose order it is and what there is to know, in one grey line. */
export const Who: FC<{ order: QueueOrder; timeZone: string }> = ({ order, timeZone }) => {
  const { t, lang } = useView()
  const time = (at: Date) => clockText(at, lang, timeZone)
  const parts = [
    order.orderType === 'delivery' ? order.address : order.contactName,
    order.isNew || order.fulfilment === 'placed' ? maskedPhone(order.contactPhone) : '',
    isCooking(order) ? t('counter.promised', { time: time(order.promisedAt) }) : '',
    order.fulfilment === 'ready' && order.readyAt ? t('counter.ready_at', { time: time(order.readyAt) }) : '',
    moneyWords(order, t, lang),
  ].filter(Boolean)
  return parts.length > 0 ? <p class="num text-sm leading-5 text-muted">{parts.join(t('counter.comma'))}</p> : null
}

function moneyWords(
  order: QueueOrder,
  t: ReturnType<typeof useView>['t'],
  lang: ReturnType<typeof useView>['lang'],
): string {
  if (order.paymentState === 'unpaid')
    return order.isNew || order.fulfilment !== 'ready' ? t(`counter.pays.${order.orderType}`) : ''
  if (order.isNew || order.fulfilment === 'placed')
    return t('counter.has_paid', { amount: moneyText(order.total, lang, order.currency) })
  return ''
}

/** 0928 ***521: enough to ask for the right guest, not enough to take along. */
function maskedPhone(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '')
  return digits.length < 8 ? digits : `${digits.slice(0, 4)} ***${digits.slice(-3)}`
}
