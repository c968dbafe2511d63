import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { FieldError, IdempotencyKey } from '../ui/form'
import { panelForm } from '../ui/freshness'
import { Icon, type IconName } from '../ui/icon'
import { Money, symbolOf } from '../ui/money'
import { useView } from '../ui/view'
import { amountText, decimalsOf } from '../ui/words'
import { quickTenders } from './cash'
import { Change } from './change'
import { Pad } from './pad'
import type { PaymentProps } from './payment'
import { slugsOf } from './slugs'

export type Method = 'cash' | 'card_terminal'
export type PayTyped = { method: Method; tendered: string; key?: string | undefined }

const methods: { method: Method; icon: IconName }[] = [
  { method: 'cash', icon: 'banknote' },
  { method: 'card_terminal', icon: 'credit-card' },
]

/** Method, amount, change, and the one button. Without scripts the amount is a plain field and the answer says the change. */
export const PayForm: FC<PaymentProps> = ({ bar, order, typed, problem }) => {
  const { t, lang } = useView()
  const due = order.total
  const tendered = typed?.tendered ?? amountText(due, lang, decimalsOf(order.currency))
  const form = panelForm(paths.counterPayment.href({ ...slugsOf(bar.place), id: order.id }), 'pay-panel')
  return (
    <form
      {...form}
      id={`pay-${order.id}`}
      hx-swap="outerHTML"
      hx-morph-skip
      class="pay contents"
      data-pay
      data-due={due}
      data-decimals={decimalsOf(order.currency)}
      data-currency={order.currency}
    >
      <IdempotencyKey value={typed?.key} />
      <fieldset class="grid grid-cols-5 gap-2">
        <legend class="sr-only">{t('counter.pay.how')}</legend>
        {methods.map(({ method, icon }) => (
          <label class="tender min-h-14 grid-flow-col justify-center gap-2 text-base whitespace-nowrap">
            <input type="radio" name="method" value={method} checked={(typed?.method ?? 'cash') === method} />
            <Icon name={icon} />
            {t(`orders.method.${method}`)}
          </label>
        ))}
      </fieldset>
      <div class="grid grid-cols-[minmax(0,1fr)_20rem] grid-rows-[1fr] gap-x-6">
        <section class="flex flex-col">
          <p class="flex items-baseline justify-between">
            <span>{t('counter.pay.due')}</span>
            <Money amount={due} currency={order.currency} class="text-2xl" />
          </p>
          <fieldset class="cash-only mt-3 grid grid-cols-4 gap-2" aria-label={t('counter.pay.given')}>
            {quickTenders(due, order.currency).map((amount, i) => (
              <button
                class="tender num min-h-[4.5rem]"
                type="button"
                data-tender={amount}
                aria-pressed={i === 0 && !typed ? 'true' : 'false'}
              >
                {amountText(amount, lang, decimalsOf(order.currency))}
                {i === 0 && <small>{t('counter.pay.exact')}</small>}
              </button>
            ))}
          </fieldset>
          <p class="cash-only mt-4 flex items-center justify-between gap-6">
            <label for="f-tendered">{t('counter.pay.tendered')}</label>
            <span class="tendered">
              <span class="money text-xl">
                <small>{symbolOf(order.currency, lang)}</small>
              </span>
              <input
                id="f-tendered"
                class="money text-xl"
                name="tendered"
                value={tendered}
                inputmode="decimal"
                autocomplete="off"
                autofocus
                data-tendered
                {...(problem ? { 'aria-invalid': 'true', 'aria-describedby': 'e-tendered' } : {})}
              />
            </span>
          </p>
          <div class="mt-2 empty:hidden">
            <FieldError id="e-tendered" text={problem} />
          </div>
          <Change due={due} tendered={typed ? null : due} currency={order.currency} />
          <p class="card-only notice mt-5">
            <Icon name="credit-card" />
            {t('counter.pay.card_first')}
          </p>
        </section>
        <Pad />
      </div>
      <div class="grid grid-cols-[minmax(0,1fr)_20rem] items-center gap-6 border-t border-line pt-4">
        <span></span>
        <button class="btn btn-primary btn-xl w-full justify-between" type="submit">
          <span>{t('counter.pay.done')}</span>
          <Money amount={due} currency={order.currency} class="text-lg" />
        </button>
      </div>
    </form>
  )
}
