import type { FC } from 'hono/jsx'
import { useView } from './view'
import { amountText, decimalsOf } from './words'

const symbols: Record<string, Record<string, string>> = {
  TWD: { 'zh-Hant': '$', en: 'NT$' },
  USD: { 'zh-Hant': 'US$', en: '$' },
}

export const symbolOf = (currency: string, lang: string): string => symbols[currency]?.[lang] ?? `${currency} `

/** An amount in minor units; a minus sign stands before the symbol. */
export const Money: FC<{ amount: number; currency?: string; class?: string }> = ({
  amount,
  currency = 'TWD',
  class: extra,
}) => {
  const { lang } = useView()
  return (
    <span class={extra ? `money ${extra}` : 'money'}>
      {amount < 0 ? '−' : ''}
      <small>{symbolOf(currency, lang)}</small>
      {amountText(amount, lang, decimalsOf(currency))}
    </span>
  )
}

/** The same as plain text, for labels and titles. */
export const moneyText = (amount: number, lang: 'zh-Hant' | 'en', currency = 'TWD'): string =>
  `${amount < 0 ? '−' : ''}${symbolOf(currency, lang)}${amountText(amount, lang, decimalsOf(currency))}`
