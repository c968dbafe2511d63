import type { FC } from 'hono/jsx'
import { symbolOf } from '../ui/money'
import { useView } from '../ui/view'
import { amountText, decimalsOf } from '../ui/words'
import { Pieces } from './pieces'

/** What goes back, large, and in which notes and coins; or what is missing. A script counts on while somebody types. */
export const Change: FC<{ due: number; tendered: number | null; currency: string }> = ({ due, tendered, currency }) => {
  const { t } = useView()
  const back = (tendered ?? due) - due
  return (
    <div
      class="cash-only tearline mt-5 grid flex-1 content-start gap-6 pt-6"
      aria-live="polite"
      data-change-area
      hidden={tendered === null}
    >
      <Large
        words={t('counter.pay.change')}
        amount={Math.max(0, back)}
        currency={currency}
        tone="text-ok"
        name="change"
        isHidden={back < 0}
      />
      <Large
        words={t('counter.pay.missing')}
        amount={Math.max(0, -back)}
        currency={currency}
        tone="text-bad"
        name="missing"
        isHidden={back >= 0}
      />
      <Pieces amount={Math.max(0, back)} currency={currency} isLive />
    </div>
  )
}

type LargeProps = {
  words: string
  amount: number
  currency: string
  tone: string
  name?: 'change' | 'missing'
  isHidden?: boolean
}

/** One amount across the page. */
export const Large: FC<LargeProps> = ({ words, amount, currency, tone, name, isHidden }) => {
  const { lang } = useView()
  return (
    <p class={`large-amount ${tone}`} data-large={name} hidden={isHidden}>
      <span class="pb-1 text-xl font-bold">{words}</span>
      <span class="money text-number">
        <small>{symbolOf(currency, lang)}</small>
        <span data-amount>{amountText(amount, lang, decimalsOf(currency))}</span>
      </span>
    </p>
  )
}
