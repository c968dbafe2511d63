import type { FC } from 'hono/jsx'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { isLost } from './cart-line'
import type { CheckoutProps } from './checkout'
import { closedReason, openingText } from './opening'
import { listText, useTexts } from './text'

/** What stands in the way of the whole order, above everything. */
export const Warnings: FC<CheckoutProps> = ({ store, openness, priced, refusal, asksWithoutLost }) => {
  const text = useTexts()
  const { t, lang, now } = useView()
  const rises = priced.problems.filter(({ problem }) => problem?.reason === 'price_up')
  const closed = openness.open
    ? null
    : {
        rule: openingText({ t, lang, now }, openness, store.timeZone),
        reason: closedReason({ t, lang, now }, openness),
      }
  const lost = priced.problems.filter(isLost).map(({ name }) => text(name) || t('shop.cart.unnamed'))
  const asks = asksWithoutLost && !refusal
  if (!refusal && !closed && rises.length === 0 && !asks) return null
  return (
    <div class="grid scroll-mt-16 gap-2 pb-6" role="alert" tabindex={-1} autofocus={refusal !== undefined || asks}>
      {refusal && (
        <p class="notice notice-bad">
          <Icon name="circle-alert" />
          <span>{refusal}</span>
        </p>
      )}
      {asks && (
        <p class="notice notice-wait">
          <Icon name="info" />
          <span>{t('shop.checkout.lost_lines', { list: listText(t, lost) })}</span>
        </p>
      )}
      {closed && (
        <p class="notice notice-wait">
          <Icon name="clock" />
          <span>
            <strong>{closed.rule}</strong> {closed.reason} {t('shop.checkout.closed')}
          </span>
        </p>
      )}
      {rises.length > 0 && (
        <p class="notice notice-wait">
          <Icon name="info" />
          <span>
            {t('shop.checkout.price_rose')} <Money amount={priced.total} currency={store.currency} />
          </span>
        </p>
      )}
    </div>
  )
}
