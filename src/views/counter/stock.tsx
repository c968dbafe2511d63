import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { livePanel } from '../ui/freshness'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'
import type { BarProps } from './bar'
import { CounterPage, Frame } from './layout'
import { slugsOf } from './slugs'
import { StockAside } from './stock-aside'
import { StockCard } from './stock-card'
import { type Chosen, isShort, lowFirst, type StockGroup, type StockProblem } from './stock-item'

export type StockProps = {
  bar: BarProps
  groups: StockGroup[]
  /** Group shown alone; `low` shows what runs out; absent shows all. */
  group: string | undefined
  chosen: Chosen | null
  problem?: StockProblem | undefined
}

export const stockPanelId = 'stock-panel'

/** Where this panel fetches itself, and where its forms come back to: the same group, the same dish open. */
export const stockUrl = ({ bar, group, chosen }: Pick<StockProps, 'bar' | 'group' | 'chosen'>): string =>
  chosen
    ? paths.counterStockItem.href({ ...slugsOf(bar.place), item: chosen.item.id }, { group })
    : paths.counterStock.href(slugsOf(bar.place), { group })

/** Following a link changes the panel and the address, not the page. */
export const panelLink = (href: string) => ({
  'hx-get': href,
  'hx-target': `#${stockPanelId}`,
  'hx-swap': 'outerMorph',
  'hx-push-url': 'true',
})

/** Every dish with its switch and its count, what runs out first; one dish open at the right. */
const StockPanel: FC<StockProps> = (props) => {
  const { groups, group, chosen } = props
  const { t } = useView()
  const low = groups.flatMap(({ items }) => items).filter(isShort)
  const shown =
    group === 'low' ? low : (groups.find(({ id }) => id === group)?.items ?? groups.flatMap(({ items }) => items))
  return (
    <div id={stockPanelId} class={`stock-desk ${chosen ? 'has-open' : ''}`} {...livePanel(stockUrl(props), ['menu'])}>
      <StockRail {...props} lowCount={low.length} />
      <main id="main" class="min-w-0 overflow-y-auto p-3 min-[68rem]:p-4" tabindex={-1}>
        <h1 class="sr-only">{t('counter.stock.title')}</h1>
        {groups.length === 0 && <p class="p-8 text-center text-muted">{t('counter.stock.none')}</p>}
        <ul class="stock-grid">
          {lowFirst(shown).map((item) => (
            <StockCard item={item} panel={props} />
          ))}
        </ul>
      </main>
      {chosen && <StockAside {...props} chosen={chosen} />}
    </div>
  )
}

const StockRail: FC<StockProps & { lowCount: number }> = ({ bar, groups, group, lowCount }) => {
  const { t, lang } = useView()
  const count = groups.reduce((sum, { items }) => sum + items.length, 0)
  const link = (id: string | undefined) => {
    const href = paths.counterStock.href(slugsOf(bar.place), { group: id })
    return { href, ...panelLink(href), ...(group === id ? { 'aria-current': 'true' as const } : {}) }
  }
  return (
    <nav class="railnav overflow-y-auto border-e border-line py-3" aria-label={t('counter.stock.title')}>
      <a {...link(undefined)}>
        {t('counter.stock.all')}
        <small class="num">{t('counter.stock.dishes', { count })}</small>
      </a>
      {lowCount > 0 && (
        <a {...link('low')} class="text-wait">
          {t('counter.stock.low')}
          <small class="num">{t('counter.stock.dishes', { count: lowCount })}</small>
        </a>
      )}
      {groups.map(({ id, name, items }) => (
        <a {...link(id)}>
          {textIn(name, lang)}
          <small class="num">{t('counter.stock.dishes', { count: items.length })}</small>
        </a>
      ))}
    </nav>
  )
}

const StockPage: FC<StockProps> = (props) => (
  <CounterPage title={useView().t('counter.stock.title')} bar={props.bar}>
    <Frame {...props.bar}>
      <StockPanel {...props} />
    </Frame>
  </CounterPage>
)

export const stockScreen = { Page: StockPage, Panel: StockPanel }
