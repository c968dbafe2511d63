import type { FC } from 'hono/jsx'
import type { PricedLine } from '../../domain/cart/price-cart'
import { Icon } from '../ui/icon'
import { Money, moneyText } from '../ui/money'
import { useView } from '../ui/view'
import { listText, midSentence, useTexts } from './text'

/** What was chosen with it, and the word to the kitchen. */
export const LineDetails: FC<{ line: Pick<PricedLine, 'options' | 'note'> }> = ({ line }) => {
  const { t } = useView()
  const text = useTexts()
  const options = listText(
    t,
    line.options.map(({ name }, i) => (i === 0 ? text(name) : midSentence(text(name)))),
  )
  return (
    <>
      {options && <p class="text-xs text-muted">{options}</p>}
      {line.note && <p class="text-xs text-muted">{t('shop.cart.note', { note: line.note })}</p>}
    </>
  )
}

/** What is wrong with a line, and by itself what it means; the way out stands beside it. */
export const LineProblem: FC<{ line: PricedLine; currency: string }> = ({ line, currency }) => {
  const { t, lang } = useView()
  const { problem } = line
  if (!problem) return null
  if (problem.reason === 'price_up' || problem.reason === 'price_down') {
    const by = moneyText(Math.abs(problem.now - problem.was), lang, currency)
    return (
      <p class={`num text-xs font-bold ${problem.reason === 'price_up' ? 'text-wait' : 'text-ok'}`}>
        {t(`shop.cart.${problem.reason}`, { by })}
      </p>
    )
  }
  const words =
    problem.reason === 'sold_out' && problem.available > 0
      ? t('shop.cart.only_left', { count: problem.available })
      : t(`shop.cart.${problem.reason}`)
  return (
    <p class="error text-xs">
      <Icon name="circle-alert" />
      {words}
    </p>
  )
}

/** Whether nothing of a line can be had: it left the menu, its choices no longer fit, or it is sold out. */
export const isLost = ({ problem }: Pick<PricedLine, 'problem'>): boolean =>
  problem?.reason === 'gone' ||
  problem?.reason === 'bad_options' ||
  (problem?.reason === 'sold_out' && problem.available === 0)

/** What a line costs; nothing for one that cannot be had. */
export const LineAmount: FC<{ line: PricedLine; currency: string }> = ({ line, currency }) =>
  isLost(line) ? <span></span> : <Money amount={line.lineTotal} currency={currency} class="text-end leading-6" />

/** A line's name; a dish that left the menu may have none in this language. */
export function useLineName(line: Pick<PricedLine, 'name'>): string {
  const { t } = useView()
  return useTexts()(line.name) || t('shop.cart.unnamed')
}
