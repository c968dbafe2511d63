import type { FC } from 'hono/jsx'
import { Icon, type IconName } from '../ui/icon'
import { moneyText } from '../ui/money'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'
import type { ReversalProps } from './reversal'

/** What the button will do, before it is pressed. */
export const Consequences: FC<ReversalProps> = (props) => {
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
    {
      icon: 'wallet',
      words: money ? t(`counter.reversal.money_${money.by}`, { amount }) : t('counter.reversal.no_money'),
    },
    names('back') ? { icon: 'package', words: t('counter.reversal.stock_back', { dishes: names('back') }) } : null,
    names('waste') ? { icon: 'trash-2', words: t('counter.reversal.stock_waste', { dishes: names('waste') }) } : null,
    tickets.length > 0
      ? {
          icon: 'flame',
          words: t(
            tickets.some(({ started }) => started)
              ? 'counter.reversal.kitchen_stops'
              : 'counter.reversal.kitchen_strikes',
          ),
        }
      : null,
    delivery ? { icon: 'scooter', words: t('counter.reversal.delivery') } : null,
  ]
  return out.filter((one) => one !== null)
}
