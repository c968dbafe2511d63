import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { panelForm } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { Picture } from '../ui/picture'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'
import { slugsOf } from './slugs'
import { panelLink, type StockProps } from './stock'
import { isShort, type StockItem } from './stock-item'

type CardProps = { item: StockItem; panel: StockProps }

/** Keeps the panel as it stands: the group that is shown, the dish that is open. */
export const Standing: FC<{ panel: StockProps; item: StockItem }> = ({ panel, item }) => (
  <>
    <input type="hidden" name="kind" value={item.kind} />
    {panel.group && <input type="hidden" name="group" value={panel.group} />}
    {panel.chosen && <input type="hidden" name="open" value={panel.chosen.item.id} />}
  </>
)

/** One dish: its name opens it, its switch sells it or not, its count goes up and down. */
export const StockCard: FC<CardProps> = ({ item, panel }) => {
  const { lang } = useView()
  const isOpen = panel.chosen?.item.id === item.id
  const href = paths.counterStockItem.href({ ...slugsOf(panel.bar.place), item: item.id }, { group: panel.group })
  const state = item.isSoldOut ? 'is-out' : isShort(item) ? 'is-low' : ''
  return (
    <li class={`stock-card ${state}`} id={`stock-${item.id}`} aria-current={isOpen ? 'true' : undefined}>
      <div class="stock-head">
        {item.picture && (
          <span class={`plate plate-xs plate-tone-${item.plate}`}>
            <Picture picture={item.picture} size={36} />
          </span>
        )}
        <h2 class="stock-name">
          <a href={href} {...panelLink(href)}>
            {textIn(item.name, lang)}
          </a>
        </h2>
        <Switch item={item} panel={panel} />
      </div>
      <Count item={item} panel={panel} />
    </li>
  )
}

const Switch: FC<CardProps> = ({ item, panel }) => {
  const { t, lang } = useView()
  const action = paths.counterStockSwitch.href({ ...slugsOf(panel.bar.place), item: item.id })
  return (
    <form {...panelForm(action, 'stock-panel')}>
      <Standing panel={panel} item={item} />
      <button
        class="switch"
        type="submit"
        role="switch"
        name="stopped"
        value={item.isStopped ? 'no' : 'yes'}
        aria-checked={item.isStopped ? 'false' : 'true'}
        aria-label={t('counter.stock.switch', { name: textIn(item.name, lang) })}
      ></button>
    </form>
  )
}

const Count: FC<CardProps> = ({ item, panel }) => {
  const { t, lang } = useView()
  const name = textIn(item.name, lang)
  const action = paths.counterStockCount.href({ ...slugsOf(panel.bar.place), item: item.id })
  if (!item.isTracked)
    return <p class="stock-state">{t(item.isStopped ? 'counter.stock.stopped' : 'counter.stock.not_counted')}</p>
  return (
    <form {...panelForm(action, 'stock-panel')} class="stock-count">
      <Standing panel={panel} item={item} />
      <input type="hidden" name="type" value="adjust" />
      <fieldset class="stepper w-full" aria-label={name}>
        <button
          type="submit"
          name="amount"
          value="-1"
          disabled={item.totalStock === 0}
          aria-label={t('counter.stock.less', { name })}
        >
          <Icon name="minus" />
        </button>
        <output class={isShort(item) ? 'num text-wait' : 'num'}>{item.totalStock}</output>
        <button type="submit" name="amount" value="1" aria-label={t('counter.stock.more', { name })}>
          <Icon name="plus" />
        </button>
      </fieldset>
      {item.isSoldOut && (
        <p class="stock-state">{t(item.isStopped ? 'counter.stock.stopped' : 'counter.stock.sold_out')}</p>
      )}
    </form>
  )
}
