import type { FC } from 'hono/jsx'
import type { StockEntry } from '../../domain/inventory/queries'
import { paths } from '../paths'
import { Alert, Field, fieldAttrs } from '../ui/form'
import { panelForm } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { dayClockText, textIn } from '../ui/words'
import { slugsOf } from './bar'
import { panelLink, type StockProps } from './stock'
import { Standing } from './stock-card'
import type { Chosen } from './stock-item'

type AsideProps = StockProps & { chosen: Chosen }

const kinds = ['count', 'restock', 'adjust'] as const

/** One dish in full: change its count and say why, how it is counted, and everything that moved it. */
export const StockAside: FC<AsideProps> = (props) => {
  const { bar, group, chosen, problem } = props
  const { t, lang } = useView()
  const { item } = chosen
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
          {...panelLink(paths.counterStock.href(slugsOf(bar.place), { group }))}
          aria-label={t('counter.stock.close')}
        >
          <Icon name="x" />
        </a>
      </header>
      <div class="min-h-0 overflow-y-auto border-t border-line" tabindex={0}>
        {problem?.form === 'switch' && <Alert text={problem.text} />}
        <CountForm {...props} />
        <RulesForm {...props} />
        <Log log={chosen.log} timeZone={bar.place.timeZone} />
      </div>
    </aside>
  )
}

const CountForm: FC<AsideProps> = (props) => {
  const { t } = useView()
  const { item } = props.chosen
  const wrong = props.problem?.form === 'count' ? props.problem : undefined
  const action = paths.counterStockCount.href({ ...slugsOf(props.bar.place), item: item.id })
  return (
    <form {...panelForm(action, 'stock-panel')} class="grid gap-3 px-5 py-4" id={`count-${item.id}`}>
      <Standing panel={props} item={item} />
      <h3>{t('counter.stock.count.title')}</h3>
      <div class="grid grid-cols-3 gap-2">
        {kinds.map((kind) => (
          <label class="pick min-h-14">
            <input type="radio" name="type" value={kind} checked={(wrong?.typed.type ?? 'count') === kind} />
            {t(`counter.stock.count.${kind}`)}
          </label>
        ))}
      </div>
      <Field name="amount" label={t('counter.stock.count.amount_label')} error={wrong?.text}>
        <input
          {...fieldAttrs('amount', wrong?.text)}
          class="input num h-14"
          inputmode="numeric"
          autocomplete="off"
          value={wrong?.typed.amount ?? (item.isTracked ? item.totalStock : '')}
        />
      </Field>
      <Field name="cause" label={t('counter.stock.count.cause')}>
        <input {...fieldAttrs('cause')} class="input h-14" maxlength={120} placeholder={t('counter.stock.count.cause_hint')} value={wrong?.typed.cause} />
      </Field>
      <button class="btn btn-neutral btn-lg" type="submit">
        {t('counter.stock.count.do')}
      </button>
    </form>
  )
}

const RulesForm: FC<AsideProps> = (props) => {
  const { t } = useView()
  const { item } = props.chosen
  const wrong = props.problem?.form === 'rules' ? props.problem : undefined
  const action = paths.counterStockRules.href({ ...slugsOf(props.bar.place), item: item.id })
  return (
    <form {...panelForm(action, 'stock-panel')} class="grid gap-3 border-t border-line px-5 py-4" id={`rules-${item.id}`}>
      <Standing panel={props} item={item} />
      <h3>{t('counter.stock.rules.title')}</h3>
      <label class="flex min-h-14 items-center gap-3">
        <input class="tick" type="checkbox" name="isTracked" value="yes" checked={item.isTracked} />
        {t('counter.stock.rules.is_tracked')}
      </label>
      <Field name="alertLevel" label={t('counter.stock.rules.alert')} error={wrong?.text}>
        <input
          {...fieldAttrs('alertLevel', wrong?.text)}
          class="input num h-14"
          inputmode="numeric"
          autocomplete="off"
          value={wrong?.typed.alertLevel ?? item.alertLevel}
        />
      </Field>
      <button class="btn btn-lg" type="submit">
        {t('counter.stock.rules.do')}
      </button>
    </form>
  )
}

const Log: FC<{ log: StockEntry[]; timeZone: string }> = ({ log, timeZone }) => {
  const { t, lang } = useView()
  const who = (actor: string) => t(`counter.actor.${actor}`, { defaultValue: actor })
  return (
    <section class="border-t border-line px-5 py-4">
      <h3 class="mb-2">{t('counter.stock.log.title')}</h3>
      {log.length === 0 && <p class="text-sm text-muted">{t('counter.stock.log.none')}</p>}
      <ol class="stock-log">
        {log.map((entry) => (
          <li>
            <span class="num text-muted">{dayClockText(entry.at, lang, timeZone)}</span>
            <span>
              {t(`counter.stock.log.${entry.type}`)} {entry.orderNumber && <span class="num">{entry.orderNumber}</span>}
              <span class="block text-muted">{[who(entry.actor), entry.cause].filter(Boolean).join(t('counter.comma'))}</span>
            </span>
            <span class="num text-end">
              <b>{entry.change > 0 ? `+${entry.change}` : entry.change < 0 ? `−${-entry.change}` : '0'}</b>
              <span class="block text-muted">{entry.after}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
