import { failures } from './saga-back'
import { brokenStep, clock, endedAt, endedBy, moneyOf, type SagaFacts, stepNamed, stepsOf } from './saga-facts'

/** Why the order was given up, as the start of a sentence. */
export function causeText(facts: SagaFacts): string {
  const { t, saga, trail } = facts
  const broken = brokenStep(facts)
  if (broken) return t(`orders.cause.${broken.name}_failed`)
  if (trail.fulfilment === 'rejected') return t('office.saga.cause.rejected')
  if (saga.endReason === 'guest') return t('office.saga.cause.guest')
  const words = saga.endReason && t(`orders.cause.${saga.endReason}`, { defaultValue: '' })
  const by = endedBy(facts)
  if (by && by !== 'system' && by !== 'guest') return t('office.saga.cause.staff', { name: by })
  return words || t('office.saga.cause.any')
}

/** Where it turned. */
export function turnText(facts: SagaFacts): string {
  const { t } = facts
  const broken = brokenStep(facts)
  if (broken && broken.attempts > 1) return t('office.saga.turn.tried', { count: broken.attempts })
  return t('office.saga.turn.cause', { cause: causeText(facts) })
}

/** A sentence with at most one amount in it, where `mark` stands. */
export type Sentence = { text: string; amount: number | null }

/** The saga in one sentence, as a manager would say it. */
export function headline(facts: SagaFacts): Sentence {
  const { t, saga } = facts
  const say = (key: string, values: { cause?: string; step?: string; amount?: number } = {}): Sentence => {
    const { amount, ...words } = values
    return { text: t(`office.saga.headline.${key}`, { ...words, amount: mark }), amount: amount ?? null }
  }
  const cause = causeText(facts)
  const { toReturn, returned, byHand } = moneyOf(facts)
  switch (saga.status) {
    case 'pending_start':
      return say('pending_start')
    case 'completed':
      return say(saga.error ? 'completed_with_error' : 'completed')
    case 'compensated':
      return returned > 0 ? say('paid_back', { cause, amount: returned }) : say('put_back', { cause })
    case 'compensating': {
      const open = toReturn - returned
      if (stepsOf(facts).some((step) => step.status === 'undo_failed'))
        return toReturn > returned ? say('refund_stuck', { amount: open }) : say('undo_stuck', { cause })
      if (byHand > 0) return say('refund_by_hand', { cause, amount: open })
      return toReturn > returned ? say('refunding', { cause, amount: open }) : say('putting_back', { cause })
    }
    case 'executing':
      return say(...underway(facts))
  }
}

function underway(facts: SagaFacts): [string, { step?: string; amount?: number }?] {
  const { saga, trail, t } = facts
  const step = stepsOf(facts).find((it) => it.status !== null && !['done', 'skipped'].includes(it.status))
  const name = t(`office.saga.step.${step?.name ?? 'order'}`)
  if (step?.status === 'waiting' && step.name === 'payment')
    return [trail.paymentState === 'unpaid' ? 'waits_cash' : 'waits_online', { amount: saga.total }]
  if (step?.status === 'waiting' && step.name === 'kitchen' && trail.fulfilment === 'placed')
    return ['waits_acceptance']
  if (step?.status === 'waiting') return ['waits', { step: name }]
  return step?.error ? ['stuck', { step: name }] : ['running', { step: name }]
}

/** Stands in a sentence for what is no plain text: an amount, or the seconds that count down. */
export const mark = '\u0001'

/** What has happened, what comes next, and whether the reader has to do anything. `until` is the next try. */
export function lead(facts: SagaFacts): { text: string; until: Date | null } {
  const { t, saga, lang } = facts
  const say = (key: string, values: Record<string, string | number> = {}) => t(`office.saga.lead.${key}`, values)
  const sentences: string[] = []
  let until: Date | null = null
  if (saga.status === 'compensating') {
    sentences.push(...kitchenSentence(facts))
    const step = stepsOf(facts).find((it) => it.status === 'undo_failed') ?? stepsOf(facts).find((it) => it.undoNextAt)
    const ended = endedAt(facts)
    if (moneyOf(facts).byHand > 0 && step?.status !== 'undo_failed') sentences.push(say('by_hand'))
    else if (step?.status === 'undo_failed') sentences.push(say('gave_up', { count: failures(facts, step) }))
    else if (step?.undoNextAt) {
      until = step.undoNextAt
      sentences.push(say('again', { count: failures(facts, step), max: saga.maxUndoAttempts, wait: mark }))
    }
    if (ended) sentences.push(say('guest_sees', { at: clock(facts, ended) }))
    if (until) sentences.push(say('just_wait'))
  } else if (saga.status === 'compensated') {
    sentences.push(...kitchenSentence(facts), say('all_back', { at: clock(facts, saga.updatedAt) }))
  } else if (saga.status === 'completed') {
    sentences.push(say('through', { from: clock(facts, saga.createdAt), to: clock(facts, saga.updatedAt) }))
  } else {
    sentences.push(...underwaySentence(facts))
  }
  return { text: sentences.join(lang === 'en' ? ' ' : ''), until }
}

function kitchenSentence(facts: SagaFacts): string[] {
  const { t, trail } = facts
  if (stepNamed(facts, 'kitchen')?.status !== 'undone')
    return trail.tickets.length === 0 ? [t('office.saga.lead.kitchen_none')] : []
  return [t(trail.startedAt ? 'office.saga.lead.kitchen_wasted' : 'office.saga.lead.kitchen_void')]
}

function underwaySentence(facts: SagaFacts): string[] {
  const { t, trail, saga } = facts
  if (trail.fulfilment === 'draft' && trail.heldUntil)
    return [t('office.saga.lead.held', { at: clock(facts, trail.heldUntil) })]
  if (saga.isStuck) return [t('office.saga.lead.stuck')]
  if (trail.tickets.length > 0) return [t('office.saga.lead.cooking')]
  return [t(trail.paymentState === 'unpaid' ? 'office.saga.lead.until_paid' : 'office.saga.lead.fine')]
}
