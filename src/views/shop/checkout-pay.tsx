import type { FC } from 'hono/jsx'
import { FieldError } from '../ui/form'
import { Icon, type IconName } from '../ui/icon'
import { useView } from '../ui/view'
import type { CheckoutProps } from './checkout'

const icons: Record<'online' | 'cash', IconName> = { online: 'smartphone', cash: 'banknote' }

/** The ways a store takes money, in the order they are offered. */
export const waysOf = (store: Pick<CheckoutProps['store'], 'takesOnline' | 'takesCash'>): ('online' | 'cash')[] => [
  ...(store.takesOnline ? (['online'] as const) : []),
  ...(store.takesCash ? (['cash'] as const) : []),
]

export const PaySection: FC<CheckoutProps> = ({ store, orderType, typed, errors }) => {
  const { t } = useView()
  const ways = waysOf(store)
  const chosen = ways.find((way) => way === typed.paymentMethod) ?? ways[0]
  const cashHint =
    orderType === 'delivery' ? 'cash_delivery' : store.kitchenStart === 'payment' ? 'cash_first' : 'cash_later'
  return (
    <section aria-labelledby="h-pay">
      <h2 class="text-lg" id="h-pay">
        {t('shop.checkout.pay')}
      </h2>
      <fieldset class="mt-2">
        <legend class="sr-only">{t('shop.checkout.pay_legend')}</legend>
        <FieldError id="e-paymentMethod" text={errors.paymentMethod} />
        {ways.map((way) => (
          <label class="choice">
            <input
              class="tick"
              type="radio"
              name="paymentMethod"
              value={way}
              checked={way === chosen}
              id={`pay-${way}`}
            />
            <span class="flex-1">
              {t(`shop.checkout.${way === 'cash' && orderType === 'delivery' ? 'cash_at_door' : way}`)}
              <span class="block text-xs font-normal text-muted">
                {t(`shop.checkout.${way === 'cash' ? cashHint : 'online_hint'}`)}
              </span>
            </span>
            <Icon name={icons[way]} class="text-muted" />
          </label>
        ))}
      </fieldset>
    </section>
  )
}
