import { z } from 'zod'
import { cancelOrder } from '../../domain/orders/cancel-order'
import { previewReversal } from '../../domain/orders/preview-reversal'
import { rejectOrder } from '../../domain/orders/reject-order'
import { causes, type ReversalKind } from '../../views/counter/causes'
import { type ReversalProps, reversalScreen } from '../../views/counter/reversal'
import { actWords } from '../../views/counter/words'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { type C, ctxOf } from '../kit/context'
import { NotFound } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'
import { barAbove, speechOf } from './bar'
import { orderOf } from './order'

export const reversal = router()

const orderUrl = (c: C): string => {
  const { brandSlug: brand, storeSlug: store } = c.var.place
  return paths.counterOrder.href({ brand, store, id: idParam(c, 'id') })
}

type Typed = Pick<ReversalProps, 'typed' | 'problem'>

/** The page that names what goes back. An order that is over has nothing to go back: its own page says so. */
async function ask(c: C, kind: ReversalKind, more: Typed = {}): Promise<Response> {
  const { db } = c.var.deps
  const id = idParam(c, 'id')
  const [order, preview, bar] = await Promise.all([orderOf(c), previewReversal(db, ctxOf(c), id), barAbove(c, 'queue')])
  if (!preview) return goTo(c, orderUrl(c))
  return show(c, reversalScreen, { bar, kind, order, reversal: preview, ...more }, more.problem ? 422 : 200)
}

const reversalForm = z.object({
  cause: z.string().max(40).optional(),
  words: z.string().trim().max(120).default(''),
})

const end = (kind: ReversalKind) => async (c: C) => {
  const form = await readForm(c, reversalForm)
  const typed = form.ok ? form.value : { words: '' }
  const known: readonly string[] = causes[kind]
  const cause = typed.words || known.find((code) => code === typed.cause) || ''
  const orderId = idParam(c, 'id')
  const result = await run(c, kind === 'reject' ? rejectOrder : cancelOrder, { orderId, cause })
  if (result.ok) return goTo(c, orderUrl(c))
  if (result.refusal.reason === 'not_found') throw new NotFound()
  return ask(c, kind, { typed, problem: actWords(speechOf(c), result.refusal) })
}

reversal.get(paths.counterRejection.pattern, need('counter.use'), (c) => ask(c, 'reject'))
reversal.post(paths.counterRejection.pattern, need('counter.use'), end('reject'))
reversal.get(paths.counterCancellation.pattern, need('counter.use'), (c) => ask(c, 'cancel'))
reversal.post(paths.counterCancellation.pattern, need('counter.use'), end('cancel'))
