import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
import { panelForm } from '../ui/freshness'
import { useView } from '../ui/view'
import { slugsOf } from './slugs'
import type { AsideProps } from './stock-aside'
import { Standing } from './stock-card'

const kinds = ['count', 'restock', 'adjust'] as const

/** Keeps what is typed while the panel refreshes itself, and is drawn anew by its own answer. */
const wholeForm = (action: string) => ({ ...panelForm(action, 'stock-panel'), 'hx-swap': 'outerHTML' })

/** How many there are now, and why that is not what the log says. */
export const CountForm: FC<AsideProps> = (props) => {
  const { t } = useView()
  const { item } = props.chosen
  const wrong = props.problem?.form === 'count' ? props.problem : undefined
  const action = paths.counterStockCount.href({ ...slugsOf(props.bar.place), item: item.id })
  return (
    <form {...wholeForm(action)} class="grid gap-3 px-5 py-4" id={`count-${item.id}`} hx-morph-skip>
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
          autofocus={wrong !== undefined}
          value={wrong?.typed.amount ?? (item.isTracked ? item.totalStock : '')}
        />
      </Field>
      <Field name="cause" label={t('counter.stock.count.cause')}>
        <input
          {...fieldAttrs('cause')}
          class="input h-14"
          maxlength={120}
          placeholder={t('counter.stock.count.cause_hint')}
          value={wrong?.typed.cause}
        />
      </Field>
      <button class="btn btn-neutral btn-lg" type="submit">
        {t('counter.stock.count.do')}
      </button>
    </form>
  )
}

/** Whether it is counted, and from where on staff are told. */
export const RulesForm: FC<AsideProps> = (props) => {
  const { t } = useView()
  const { item } = props.chosen
  const wrong = props.problem?.form === 'rules' ? props.problem : undefined
  const action = paths.counterStockRules.href({ ...slugsOf(props.bar.place), item: item.id })
  return (
    <form
      {...wholeForm(action)}
      class="grid gap-3 border-t border-line px-5 py-4"
      id={`rules-${item.id}`}
      hx-morph-skip
    >
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
          autofocus={wrong !== undefined}
          value={wrong?.typed.alertLevel ?? item.alertLevel}
        />
      </Field>
      <button class="btn btn-lg" type="submit">
        {t('counter.stock.rules.do')}
      </button>
    </form>
  )
}
