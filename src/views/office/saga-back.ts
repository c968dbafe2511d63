import type { StepView } from '../../domain/orders/saga/queries'
import {
  clock,
  isTurningBack,
  itemCount,
  money,
  moneyOf,
  refundTries,
  type SagaFacts,
  second,
  stockOf,
} from './saga-facts'
import { type Cell, type Dot, triesOf } from './saga-forward'

/** How a step is put back; null for what was never done, and while the saga goes forward. */
export function backCell(facts: SagaFacts, step: StepView): Cell | null {
  const { t } = facts
  if (!isTurningBack(facts)) return null
  const isBack = step.status === 'undoing' || step.status === 'undone' || step.status === 'undo_failed'
  if (!isBack && step.status !== 'done') return null
  const dot: Dot =
    step.status === 'undone'
      ? 'done'
      : step.status === 'undo_failed'
        ? 'fail'
        : isWaitingItsTurn(step)
          ? 'todo'
          : 'wait'
  return {
    dot,
    title: titleOf(facts, step),
    at: timeOf(facts, step),
    text: dot === 'todo' ? t('office.saga.after_the_rest') : textOf(facts, step, dot),
    tries: triesOf(failures(facts, step), dot === 'done' && !isByHand(facts, step), step.undoNextAt !== null),
    isMuted: dot === 'todo',
  }
}

/** The order itself is given up last, when all the rest is back. */
const isWaitingItsTurn = (step: StepView) =>
  step.status === 'done' || (step.status === 'undoing' && step.name === 'order')

/** Tries to put it back that did not work. A payment's are those of its refund. */
export const failures = (facts: SagaFacts, step: StepView): number =>
  step.name === 'payment'
    ? refundTries(facts).failed
    : step.undoError
      ? step.undoAttempts
      : Math.max(0, step.undoAttempts - 1)

/** The last try did not work: somebody gave the money back another way. */
const isByHand = ({ trail }: SagaFacts, step: StepView) =>
  step.name === 'payment' && trail.refunds.some((refund) => refund.note)

function timeOf(facts: SagaFacts, step: StepView): string {
  if (step.undoneAt) return second(facts, step.undoneAt)
  if (!step.undoStartedAt || isWaitingItsTurn(step)) return ''
  return facts.t('office.saga.since', { at: second(facts, step.undoStartedAt) })
}

function titleOf(facts: SagaFacts, step: StepView): string {
  const { t } = facts
  const { back, wasted, taken } = stockOf(facts)
  const { toReturn } = moneyOf(facts)
  switch (step.name) {
    case 'inventory':
      return wasted > 0
        ? t('office.saga.undo.waste', { count: wasted })
        : t('office.saga.undo.inventory', { count: back || taken })
    case 'payment':
      return toReturn > 0
        ? t('office.saga.undo.payment', { amount: money(facts, toReturn) })
        : t('office.saga.undo.bill')
    default:
      return t(`office.saga.undo.${step.name}`, { count: itemCount(facts) })
  }
}

function textOf(facts: SagaFacts, step: StepView, dot: Dot): string {
  const { t, trail, saga } = facts
  if (step.name === 'payment') {
    const { toReturn, byHand } = moneyOf(facts)
    if (toReturn === 0) return t('office.saga.back.not_paid')
    const note = trail.refunds.find((refund) => refund.note)?.note
    if (dot === 'done') return note ? t('office.saga.back.paid_by_hand', { note }) : t('office.saga.back.paid_back')
    if (dot === 'fail') return t('office.saga.back.gave_up', { count: failures(facts, step) })
    if (byHand > 0) return t('office.saga.back.at_counter', { amount: money(facts, byHand) })
  }
  if (dot !== 'done') return tryingText(facts, step)
  switch (step.name) {
    case 'order':
      return t(trail.fulfilment === 'expired' ? 'office.saga.back.to_cart' : 'office.saga.back.order')
    case 'inventory':
      return t(stockOf(facts).wasted > 0 ? 'office.saga.back.wasted' : 'office.saga.back.sold_again')
    case 'kitchen':
      return t(trail.startedAt ? 'office.saga.back.kitchen_started' : 'office.saga.back.kitchen')
    case 'delivery':
      return t('office.saga.back.delivery')
    default:
      return t('office.saga.back.any', { status: saga.status })
  }
}

function tryingText(facts: SagaFacts, step: StepView): string {
  const { t } = facts
  if (step.undoError && step.undoNextAt)
    return t('office.saga.back.again', { count: failures(facts, step), at: second(facts, step.undoNextAt) })
  return t('office.saga.back.trying', { at: step.undoStartedAt ? clock(facts, step.undoStartedAt) : '' })
}
