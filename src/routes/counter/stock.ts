import { z } from 'zod'
import { setStock } from '../../domain/inventory/set-stock'
import { setStockRules } from '../../domain/inventory/set-stock-rules'
import { stopDish } from '../../domain/inventory/stop-dish'
import type { Subject } from '../../domain/inventory/subject'
import { stockScreen } from '../../views/counter/stock'
import type { StockProblem } from '../../views/counter/stock-item'
import { stockWords } from '../../views/counter/words'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { type C, wantsFragment } from '../kit/context'
import { NotFound } from '../kit/errors'
import { readForm, typedOf } from '../kit/form'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { run } from '../kit/run'
import { show } from '../kit/show'
import { stockProps } from './stock-props'

export const stock = router()

stock.get(paths.counterStock.pattern, need('stock.change'), async (c) =>
  show(c, stockScreen, await stockProps(c, { group: c.req.query('group') })),
)
stock.get(paths.counterStockItem.pattern, need('stock.change'), async (c) => {
  const props = await stockProps(c, { group: c.req.query('group'), open: idParam(c, 'item') })
  if (!props.chosen) throw new NotFound()
  return show(c, stockScreen, props)
})

/** What every form of the page says beside its own: dish or option, the group that is shown, the dish that is open. */
const standing = {
  kind: z.enum(['dish', 'option']).default('dish').catch('dish'),
  group: z.string().max(40).optional(),
  open: z.uuid().optional().catch(undefined),
}
type Standing = { kind: 'dish' | 'option'; group?: string | undefined; open?: string | undefined }

const subjectOf = (c: C, { kind }: Standing): Subject => {
  const id = idParam(c, 'item')
  return kind === 'dish' ? { dishId: id } : { optionId: id }
}

/** The page as it stood; a refusal opens the dish it is about, where the words are. */
async function answer(c: C, at: Standing, problem?: StockProblem): Promise<Response> {
  const open = problem ? idParam(c, 'item') : at.open
  if (!problem && !wantsFragment(c)) {
    const slugs = { brand: c.var.place.brandSlug, store: c.var.place.storeSlug }
    const query = { group: at.group }
    const url = open
      ? paths.counterStockItem.href({ ...slugs, item: open }, query)
      : paths.counterStock.href(slugs, query)
    return c.redirect(url, 303)
  }
  return show(c, stockScreen, await stockProps(c, { group: at.group, open, problem }), problem ? 422 : 200)
}

const refused = (c: C, form: StockProblem['form'], refusal: Parameters<typeof stockWords>[1], typed = {}) => {
  if (refusal.reason === 'not_found') throw new NotFound()
  return { form, text: stockWords(c.var.t, refusal), typed }
}

const switchForm = z.object({ ...standing, stopped: z.enum(['yes', 'no']) })

stock.post(paths.counterStockSwitch.pattern, need('stock.change'), async (c) => {
  const form = await readForm(c, switchForm)
  if (!form.ok) return answer(c, { kind: 'dish' })
  const result = await run(c, stopDish, { ...subjectOf(c, form.value), isStopped: form.value.stopped === 'yes' })
  return answer(c, form.value, result.ok ? undefined : refused(c, 'switch', result.refusal))
})

const whole = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/[,\s]/g, '').replace('−', '-'))
  .pipe(z.string().regex(/^[+-]?\d{1,7}$/))
  .transform(Number)
const countForm = z.object({
  ...standing,
  type: z.enum(['count', 'restock', 'adjust']),
  amount: whole,
  cause: z.string().trim().max(120).default(''),
})

stock.post(paths.counterStockCount.pattern, need('stock.change'), async (c) => {
  const form = await readForm(c, countForm)
  const typed = typedOf(await c.req.parseBody())
  if (!form.ok)
    return answer(c, standingOf(typed), { form: 'count', text: c.var.t('counter.stock.problem.amount'), typed })
  const { type, amount, cause } = form.value
  const amounts = { count: { total: amount }, restock: { quantity: amount }, adjust: { change: amount } }
  const result = await run(c, setStock, { ...subjectOf(c, form.value), type, cause, ...amounts[type] } as Parameters<
    typeof setStock
  >[2])
  return answer(c, form.value, result.ok ? undefined : refused(c, 'count', result.refusal, typed))
})

const rulesForm = z.object({ ...standing, isTracked: z.literal('yes').optional(), alertLevel: whole })

stock.post(paths.counterStockRules.pattern, need('stock.change'), async (c) => {
  const form = await readForm(c, rulesForm)
  const typed = typedOf(await c.req.parseBody())
  if (!form.ok) return answer(c, standingOf(typed), refused(c, 'rules', { reason: 'bad_level' }, typed))
  const { isTracked, alertLevel } = form.value
  const result = await run(c, setStockRules, {
    ...subjectOf(c, form.value),
    isTracked: isTracked === 'yes',
    alertLevel,
  })
  return answer(c, form.value, result.ok ? undefined : refused(c, 'rules', result.refusal, typed))
})

/** What can be read of where a form stood that could not be read as a whole. */
const standingOf = (typed: Record<string, string>): Standing => z.object(standing).catch({ kind: 'dish' }).parse(typed)
