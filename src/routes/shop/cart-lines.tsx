import { z } from 'zod'
import { addLine } from '../../domain/cart/add-line'
import type { StoreView } from '../../domain/cart/queries'
import { setLine } from '../../domain/cart/set-line'
import { paths } from '../../views/paths'
import { cartScreen } from '../../views/shop/cart'
import { dishPanelScreen, dishScreen } from '../../views/shop/dish'
import type { GroupProblem } from '../../views/shop/dish-group'
import { lineWords } from '../../views/shop/line-words'
import { router } from '../kit/audience'
import { type C, wantsFragment } from '../kit/context'
import { NotFound } from '../kit/errors'
import { formOf } from '../kit/form'
import { need } from '../kit/guard'
import { aimsAt } from '../kit/headers'
import { idParam } from '../kit/params'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'
import { showChanged } from './cart-changed'
import { type Choice, dishProps, readChoice } from './dish-form'
import { cartOf, lookAtStore } from './view'

export const cartLines = router()

const keyText = z.string().min(1).max(100)
const uuid = z.uuid()
type Body = Record<string, unknown>

cartLines.post(paths.cartLines.pattern, need('public'), async (c) => {
  const body = await formOf(c)
  const dishId = dishOf(body)
  const choice = readChoice(body)
  const key = keyText.safeParse(body.key)
  // One page's key serves every box on it, so the dish is part of what is named.
  const result = await run(c, addLine, { dishId, ...choice, ...(key.success ? { key: `${key.data}:${dishId}` } : {}) })
  if (result.ok) return showChanged(c, result.value.view, dishId, 'added')
  return showRefused(c, dishId, result.refusal, choice)
})

cartLines.post(paths.cartLine.pattern, need('public'), async (c) => {
  const body = await formOf(c)
  const lineId = idParam(c, 'line')
  if (body.dish === undefined) return setAmount(c, lineId, body)
  const dishId = dishOf(body)
  const choice = readChoice(body)
  const input = body.remove === undefined ? { lineId, ...choice } : { lineId, quantity: 0 }
  const result = await run(c, setLine, input)
  if (result.ok) return showChanged(c, result.value.view, dishId, 'changed')
  return showRefused(c, dishId, result.refusal, choice, lineId)
})

/** One more, one less or none, from the order itself. */
async function setAmount(c: C, lineId: string, body: Body): Promise<Response> {
  const result = await run(c, setLine, { lineId, quantity: Number(body.quantity ?? Number.NaN) })
  if (result.ok && !wantsFragment(c)) return goTo(c, paths.cart.href(slugs(c)))
  const view: StoreView = result.ok ? result.value.view : await lookAtStore(c)
  const problem = result.ok ? undefined : lineWords(c.var.t, c.var.lang, result.refusal)
  return show(c, cartScreen, { ...cartOf(view), problem }, result.ok ? 200 : 422)
}

function dishOf(body: Body): string {
  const parsed = uuid.safeParse(body.dish)
  if (!parsed.success) throw new NotFound()
  return parsed.data
}

const slugs = ({ var: { place } }: C) => ({ brand: place.brandSlug, store: place.storeSlug })

/** The sheet again, with everything as it was chosen and each thing marked that is in the way. */
async function showRefused(
  c: C,
  dishId: string,
  refusal: Parameters<typeof lineWords>[2],
  choice: Choice,
  line?: string,
): Promise<Response> {
  const view = await lookAtStore(c)
  if (!view.content.dishes[dishId]) return goTo(c, paths.shop.href(slugs(c)))
  const problems =
    refusal.reason === 'bad_options' ? refusal.problems.filter((p): p is GroupProblem => p.problem !== 'unknown') : []
  const quantity = Number.isFinite(choice.quantity) ? choice.quantity : 1
  const props = dishProps(view, dishId, {
    line,
    choice: { ...choice, quantity },
    problems,
    refusal: lineWords(c.var.t, c.var.lang, refusal),
  })
  if (aimsAt(c, 'dish-panel')) return show(c, dishPanelScreen, props, 422)
  c.header('HX-Retarget', '#sheet')
  c.header('HX-Reswap', 'innerHTML')
  return show(c, dishScreen, props, 422)
}
