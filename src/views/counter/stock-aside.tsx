import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Alert } from '../ui/form'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'
import { slugsOf } from './slugs'
import { panelLink, type StockProps } from './stock'
import { CountForm, RulesForm } from './stock-forms'
import type { Chosen } from './stock-item'
import { StockLog } from './stock-log'

export type AsideProps = StockProps & { chosen: Chosen }

/** One dish in full: change its count and say why, how it is counted, and everything that moved it. */
export const StockAside: FC<AsideProps> = (props) => {
  const { bar, group, chosen, problem } = props
  const { t, lang } = useView()
  const { item } = chosen
  const closed = paths.counterStock.href(slugsOf(bar.place), { group })
  const state = item.isTracked ? t('counter.stock.left', { count: item.totalStock }) : t('counter.stock.not_counted')
  return (
    <aside class="bill stock-aside" aria-label={textIn(item.name, lang)}>
      <header class="flex items-center gap-3 px-5 pt-4 pb-3">
        <div class="min-w-0">
          <h2 class="text-lg">{textIn(item.name, lang)}</h2>
          <p class="num text-sm text-muted">
            {state}
            {item.heldQuantity > 0 && `${t('counter.comma')}${t('counter.stock.held', { count: item.heldQuantity })}`}
          </p>
        </div>
        <a
          class="btn btn-ghost btn-square ms-auto"
          href={closed}
          {...panelLink(closed)}
          aria-label={t('counter.stock.close')}
        >
          <Icon name="x" />
        </a>
      </header>
      <div class="min-h-0 overflow-y-auto border-t border-line" tabindex={0}>
        {problem?.form === 'switch' && <Alert text={problem.text} />}
        <CountForm {...props} />
        <RulesForm {...props} />
        <StockLog log={chosen.log} timeZone={bar.place.timeZone} />
      </div>
    </aside>
  )
}
