import type { FC } from 'hono/jsx'
import type { OrderView } from '../../domain/orders/order-view'
import type { Reversal } from '../../domain/orders/preview-reversal'
import { paths } from '../paths'
import { FieldError } from '../ui/form'
import { panelForm } from '../ui/freshness'
import { Icon, type IconName } from '../ui/icon'
import { moneyText } from '../ui/money'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'
import { type BarProps, slugsOf } from './bar'
import { Bill } from './bill'
import { CounterPage, Frame } from './layout'

/** Why staff end an order. Codes, so that the guest reads them in their own language; own words stay as they are. */
export const causes = {
  reject: ['sold_out', 'too_busy', 'closing', 'cannot_deliver'],
  cancel: ['guest_asked', 'sold_out', 'wrong_order', 'duplicate', 'no_show'],
} as const

export type ReversalKind = keyof typeof causes

export type ReversalProps = {
  bar: BarProps
  kind: ReversalKind
  order: OrderView
  reversal: Reversal
  typed?: { cause?: string | undefined; words?: string | undefined } | undefined
  problem?: string | undefined
}

/** Before an order ends: what goes back and what does not, then why, then the button that names the amount. */
const ReversalPanel: FC<ReversalProps> = (props) => {
  const { bar, kind, order } = props
  const { t } = useView()
  const params = { ...slugsOf(bar.place), id: order.id }
  const action = kind === 'reject' ? paths.counterRejection.href(params) : paths.counterCancellation.href(params)
  return (
    <div id="reversal-panel" class="desk">
      <main id="main" class="grid min-w-0 content-start gap-6 overflow-y-auto px-6 py-4">
        <div class="flex items-center gap-1">
          <a class="btn btn-ghost btn-square -ms-3" href={paths.counterOrder.href(params)} aria-label={t('counter.back_to_order')}>
            <Icon name="arrow-left" />
          </a>
          <h1 class="text-lg">
            {t(`counter.${kind}.title`)} <span class="num">{order.number}</span>
          </h1>
        </div>
        <Consequences {...props} />
        <form {...panelForm(action, 'reversal-panel')} hx-swap="outerHTML" class="grid gap-6">
          <Why {...props} />
          <div class="grid grid-cols-2 gap-2 border-t border-line pt-4">
            <a class="btn btn-xl" href={paths.counterOrder.href(params)}>
              {t('counter.keep_order')}
            </a>
            <button class="btn btn-xl btn-error btn-outline" type="submit">
              {endWords(props, useView())}
            </button>
          </div>
        </form>
      </main>
      <Bill order={order} />
    </div>
  )
}

const Why: FC<ReversalProps> = ({ kind, typed, problem }) => {
  const { t } = useView()
  return (
    <fieldset class={problem ? 'has-error' : undefined}>
      <legend class="mb-2 font-bold">{t(`counter.${kind}.why`)}</legend>
      <div class="grid grid-cols-3 gap-2">
        {causes[kind].map((cause) => (
          <label class="pick min-h-14">
            <input type="radio" name="cause" value={cause} checked={typed?.cause === cause} />
            {t(`orders.cause.${cause}`)}
          </label>
        ))}
      </div>
      <label class="mt-4 block text-sm" for="f-words">
        {t('counter.own_words')}
      </label>
      <input
        id="f-words"
        class="input mt-1 h-14"
        name="words"
        maxlength={120}
        value={typed?.words}
        {...(problem ? { 'aria-invalid': 'true', 'aria-describedby': 'e-words' } : {})}
      />
      <div class="mt-2 empty:hidden">
        <FieldError id="e-words" text={problem} />
      </div>
    </fieldset>
  )
}

const Consequences: FC<ReversalProps> = (props) => {
  const { t } = useView()
  return (
    <section aria-labelledby="what-happens">
      <h2 id="what-happens" class="mb-1 text-base">
        {t('counter.reversal.title')}
      </h2>
      <ul class="consequences">
        {consequencesOf(props, useView()).map(({ icon, words }) => (
          <li class="num">
            <Icon name={icon} />
            {words}
          </li>
        ))}
      </ul>
    </section>
  )
}

type View = ReturnType<typeof useView>
type Consequence = { icon: IconName; words: string }

/** What ending the order does, each as one sentence: money, stock, kitchen, delivery (R17). */
function consequencesOf({ order, reversal }: ReversalProps, { t, lang }: View): Consequence[] {
  const { money, stock, tickets, delivery } = reversal
  const amount = money ? moneyText(money.amount, lang, order.currency) : ''
  const names = (fate: 'back' | 'waste') =>
    stock
      .filter((item) => item.fate === fate)
      .map((item) => t('counter.dish_count', { name: textIn(item.name, lang), count: item.quantity }))
      .join(t('counter.between'))
  const out: (Consequence | null)[] = [
    { icon: 'wallet', words: money ? t(`counter.reversal.money_${money.by}`, { amount }) : t('counter.reversal.no_money') },
    names('back') ? { icon: 'package', words: t('counter.reversal.stock_back', { dishes: names('back') }) } : null,
    names('waste') ? { icon: 'trash-2', words: t('counter.reversal.stock_waste', { dishes: names('waste') }) } : null,
    tickets.length > 0
      ? { icon: 'flame', words: t(tickets.some(({ started }) => started) ? 'counter.reversal.kitchen_stops' : 'counter.reversal.kitchen_strikes') }
      : null,
    delivery ? { icon: 'scooter', words: t('counter.reversal.delivery') } : null,
  ]
  return out.filter((one) => one !== null)
}

const endWords = ({ kind, order, reversal }: ReversalProps, { t, lang }: View): string =>
  reversal.money
    ? t(`counter.${kind}.do_refund`, { amount: moneyText(reversal.money.amount, lang, order.currency) })
    : t(`counter.${kind}.do`)

const ReversalPage: FC<ReversalProps> = (props) => {
  const { t } = useView()
  return (
    <CounterPage title={`${t(`counter.${props.kind}.title`)} ${props.order.number ?? ''}`} bar={props.bar}>
      <Frame {...props.bar}>
        <ReversalPanel {...props} />
      </Frame>
    </CounterPage>
  )
}

export const reversalScreen = { Page: ReversalPage, Panel: ReversalPanel }
