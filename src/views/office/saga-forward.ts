import type { StepView } from '../../domain/orders/saga/queries'
import { textIn } from '../ui/words'
import { clock, itemCount, money, moneyOf, type SagaFacts, second, stockOf } from './saga-facts'

export type Try = 'fail' | 'ok' | 'next'
export type Dot = 'done' | 'wait' | 'fail' | 'todo'
/** One station of a lane: its dot, what it is, when, what came of it. */
export type Cell = { dot: Dot; title: string; at: string; text: string; tries: Try[]; isMuted: boolean }

/** The squares of attempts: only worth drawing when there was more than one, or none worked. */
export const triesOf = (failed: number, isDone: boolean, isNext: boolean): Try[] => {
  const tries: Try[] = Array.from({ length: Math.min(failed, 8) }, () => 'fail')
  if (tries.length === 0) return []
  return isDone ? [...tries, 'ok'] : isNext ? [...tries, 'next'] : tries
}

const isReached = (step: StepView) => step.status !== null && step.status !== 'skipped'

/** What a step did on the way forward. */
export function forwardCell(facts: SagaFacts, step: StepView): Cell {
  const { t, saga } = facts
  const title = t(`office.saga.step.${step.name}`)
  const isBack = ['undoing', 'undone', 'undo_failed'].includes(step.status ?? '')
  const isDone = step.status === 'done' || (isBack && step.finishedAt !== null)
  const common = { title, at: step.finishedAt ? second(facts, step.finishedAt) : '' }
  if (!isReached(step)) {
    const isOver = saga.status === 'compensating' || saga.status === 'compensated'
    return {
      ...common,
      at: '',
      dot: 'todo',
      text: t(isOver ? 'office.saga.not_reached' : 'office.saga.to_come'),
      tries: [],
      isMuted: true,
    }
  }
  if (step.status === 'failed')
    return {
      ...common,
      at: second(facts, step.finishedAt ?? saga.updatedAt),
      dot: 'fail',
      text: failedText(facts, step),
      tries: triesOf(step.attempts, false, false),
      isMuted: false,
    }
  if (!isDone) {
    // It waited when the saga turned back, and never came to be done.
    const gaveUp = isBack || saga.status === 'compensating' || saga.status === 'compensated'
    const text = gaveUp ? t('office.saga.not_done') : waitingText(facts, step)
    return {
      ...common,
      dot: gaveUp ? 'todo' : 'wait',
      text,
      tries: triesOf(step.error ? step.attempts : 0, false, true),
      isMuted: gaveUp,
    }
  }
  return {
    ...common,
    dot: 'done',
    text: doneText(facts, step),
    tries: [],
    isMuted: false,
  }
}

function doneText(facts: SagaFacts, step: StepView): string {
  const { t, saga, trail, lang } = facts
  switch (step.name) {
    case 'order':
      return t('office.saga.did.order', { count: itemCount(facts), total: money(facts, saga.total) })
    case 'inventory': {
      const { taken, least } = stockOf(facts)
      if (!least) return t('office.saga.did.inventory_none')
      return t('office.saga.did.inventory', { count: taken, name: textIn(least.name, lang), left: least.after })
    }
    case 'payment': {
      const payment = trail.payments.findLast((p) => p.paidAt)
      return t('office.saga.did.payment', {
        method: t(`orders.method.${payment?.method ?? 'cash'}`),
        amount: money(facts, moneyOf(facts).paid),
      })
    }
    case 'kitchen': {
      const ticket = trail.tickets[0]
      if (!ticket) return t('office.saga.did.kitchen_none')
      const stations = trail.tickets
        .map(({ station }) => station ?? t('office.order.kitchen'))
        .join(t('office.orders.list_comma'))
      const due = new Date(Math.max(...trail.tickets.map((it) => it.queuedAt.getTime() + it.estimatedMinutes * 60_000)))
      return t('office.saga.did.kitchen', { stations, at: clock(facts, due) })
    }
    case 'delivery':
      return t(`office.delivery_status.${trail.delivery?.status ?? 'pending'}`)
    default:
      return t('office.saga.did.any')
  }
}

function waitingText(facts: SagaFacts, step: StepView): string {
  const { t, saga, trail } = facts
  if (step.error) return t('office.saga.trying', { error: step.error })
  if (step.name === 'payment') {
    if (trail.paymentState === 'unpaid') return t('office.saga.waits.cash', { amount: money(facts, saga.total) })
    return t('office.saga.waits.online', { at: trail.heldUntil ? clock(facts, trail.heldUntil) : '' })
  }
  if (step.name === 'kitchen')
    return t(trail.fulfilment === 'placed' ? 'office.saga.waits.acceptance' : 'office.saga.waits.payment')
  return t('office.saga.waits.any')
}

function failedText({ t }: SagaFacts, step: StepView): string {
  if (step.error === 'short') return t('office.saga.failed.short')
  return t('office.saga.failed.any', { count: step.attempts, error: step.error ?? '' })
}
