import { z } from 'zod'
import type { SagaRefusal } from '../../domain/orders/saga/refusals'
import { retrySaga } from '../../domain/orders/saga/retry'
import { settleByHand } from '../../domain/orders/saga/settle-by-hand'
import { turnBackSaga } from '../../domain/orders/saga/turn-back'
import { sagaActScreen } from '../../views/office/saga-act-form'
import type { ActName } from '../../views/office/saga-acts'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import type { C } from '../kit/context'
import { NotFound } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'
import { frameOf } from './frame'
import { sagaFacts } from './saga-facts'

const missing = 'office.saga.act.reason_missing'
const form = z.object({ reason: z.string(missing).trim().min(1, missing).max(200, missing) })

export const sagaActs = router()

sagaActs.post(paths.officeSagaRetry.pattern, need('saga.push'), async (c) => {
  const result = await run(c, retrySaga, { orderId: idParam(c, 'id') })
  if (!result.ok && result.refusal.reason === 'not_found') throw new NotFound()
  return goTo(c, sagaHref(c))
})

sagaActs.get(paths.officeSagaCompensation.pattern, need('saga.push'), (c) => ask(c, 'compensation'))
sagaActs.get(paths.officeSagaSettlement.pattern, need('saga.push'), (c) => ask(c, 'settlement'))

sagaActs.post(paths.officeSagaCompensation.pattern, need('saga.push'), (c) =>
  act(c, 'compensation', (reason) => run(c, turnBackSaga, { orderId: idParam(c, 'id'), cause: reason })),
)
sagaActs.post(paths.officeSagaSettlement.pattern, need('saga.push'), (c) =>
  act(c, 'settlement', (reason) => run(c, settleByHand, { orderId: idParam(c, 'id'), note: reason })),
)

type Done = Awaited<ReturnType<typeof run<{ orderId: string }, { orderId: string }, SagaRefusal>>>

async function act(c: C, name: ActName, work: (reason: string) => Promise<Done>): Promise<Response> {
  const read = await readForm(c, form)
  if (!read.ok)
    return ask(c, name, { typed: read.refusal.typed.reason ?? '', error: c.var.t(read.refusal.errors.reason ?? '') })
  const { reason } = read.value
  const result = await work(reason)
  if (result.ok) return goTo(c, sagaHref(c))
  if (result.refusal.reason === 'not_found') throw new NotFound()
  return ask(c, name, { typed: reason, error: refusalWords(c, result.refusal) })
}

function refusalWords({ var: { t } }: C, refusal: Exclude<SagaRefusal, { reason: 'not_found' }>): string {
  switch (refusal.reason) {
    case 'cause_missing':
      return t('office.saga.act.reason_missing')
    case 'nothing_stuck':
      return t('office.saga.act.nothing_stuck')
    case 'illegal_move':
      return t('office.saga.act.too_late')
  }
}

async function ask(c: C, name: ActName, problem?: { typed: string; error: string }): Promise<Response> {
  const facts = await sagaFacts(c)
  return show(
    c,
    sagaActScreen,
    { frame: frameOf(c, facts.trail.stuckCount), facts, act: name, ...(problem ? { problem } : {}) },
    problem ? 422 : 200,
  )
}

const sagaHref = (c: C) =>
  paths.officeSaga.href({ brand: c.var.place.brandSlug, store: c.var.place.storeSlug, id: idParam(c, 'id') })
