import type { FC } from 'hono/jsx'
import type { Texts } from '../../domain/shared/ctx'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { LineDetails } from './cart-line'
import { useTexts } from './text'

export type BillLine = {
  name: Texts
  options: { id: string; name: Texts; price: number }[]
  quantity: number
  lineTotal: number
  note: string
}
export type Sums = {
  subtotal: number
  discountTotal: number
  serviceCharge: number
  deliveryFee: number
  total: number
}

/** The dishes of a bill, each with dots to its price. */
export const BillLines: FC<{ lines: BillLine[]; currency: string }> = ({ lines, currency }) => {
  const { t } = useView()
  const text = useTexts()
  return (
    <ul class="grid gap-1.5">
      {lines.map((line) => (
        <li>
          <p class="leader">
            <span>
              {text(line.name) || t('shop.cart.unnamed')}
              {line.quantity > 1 && <span class="num text-muted"> ×{line.quantity}</span>}
            </span>
            <Money amount={line.lineTotal} currency={currency} class="font-normal" />
          </p>
          <LineDetails line={line} />
        </li>
      ))}
    </ul>
  )
}

/** What comes on top of the dishes or off them, when something does: then the subtotal is named too. */
export const Charges: FC<{ sums: Sums; currency: string; class: string }> = ({ sums, currency, class: extra }) => {
  const { t } = useView()
  const rows = [
    { name: 'discount', amount: -sums.discountTotal },
    { name: 'service', amount: sums.serviceCharge },
    { name: 'delivery_fee', amount: sums.deliveryFee },
  ].filter(({ amount }) => amount !== 0)
  if (rows.length === 0) return null
  return (
    <dl class={`grid gap-1 text-sm ${extra}`}>
      {[{ name: 'subtotal', amount: sums.subtotal }, ...rows].map(({ name, amount }) => (
        <div class="flex justify-between">
          <dt>{t(`shop.bill.${name}`)}</dt>
          <dd>
            <Money amount={amount} currency={currency} class="font-normal" />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The last line of a bill, under the double rule. */
export const BillTotal: FC<{ total: number; currency: string; portions?: number }> = ({
  total,
  currency,
  portions,
}) => {
  const { t } = useView()
  return (
    <p class="rule flex items-baseline justify-between">
      <span class="font-bold">
        {t('shop.bill.total')}
        {portions !== undefined && (
          <span class="num text-sm font-normal text-muted"> {t('shop.cart.portions', { count: portions })}</span>
        )}
      </span>
      <Money amount={total} currency={currency} class="text-xl" />
    </p>
  )
}

/** Lines, charges and total as one. */
export const Bill: FC<{ lines: BillLine[]; sums: Sums; currency: string }> = ({ lines, sums, currency }) => (
  <>
    <BillLines lines={lines} currency={currency} />
    <div class="tearline mt-4"></div>
    <Charges sums={sums} currency={currency} class="pt-3" />
    <div class="mt-3">
      <BillTotal total={sums.total} currency={currency} />
    </div>
  </>
)
