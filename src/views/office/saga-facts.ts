import type { OrderTrail } from '../../domain/orders/order-trail'
import type { SagaDetail, StepView } from '../../domain/orders/saga/queries'
import type { Lang } from '../../domain/shared/ctx'
import { moneyText } from '../ui/money'
import { clockText, dateText, type T } from '../ui/words'

/** A saga with its order's record, and how to speak of them. */
export type SagaFacts = {
  saga: SagaDetail
  trail: OrderTrail
  timeZone: string
  t: T
  lang: Lang
  now: Date
}

/** Tries of a refund that did not work, and when the next is; of all refunds the worst. */
export function refundTries({ trail }: SagaFacts): { failed: number; nextAt: Date | null } {
  const sent = trail.refunds.filter((r) => r.by === 'gateway')
  return {
    failed: Math.max(0, ...sent.map((r) => (r.note || (r.status !== 'done' && r.error) ? r.attempts : r.attempts - 1))),
    nextAt: sent.find((r) => r.nextAt)?.nextAt ?? null,
  }
}

export const isTurningBack = ({ saga }: SagaFacts): boolean =>
  saga.status === 'compensating' || saga.status === 'compensated'

/** The steps that concern this order: what its type has no use for is left out. */
export const stepsOf = ({ saga }: SagaFacts): StepView[] =>
  saga.steps.filter(
    (step) =>
      !(step.status === 'skipped' && step.name === 'delivery') &&
      !(step.name === 'delivery' && saga.orderType !== 'delivery'),
  )

export const stepNamed = ({ saga }: SagaFacts, name: string): StepView | undefined =>
  saga.steps.find((step) => step.name === name)

export const itemCount = ({ saga }: SagaFacts): number => saga.lines.reduce((n, line) => n + line.quantity, 0)

export const money = ({ saga, lang }: SagaFacts, amount: number): string => moneyText(amount, lang, saga.currency)

export const clock = ({ lang, timeZone }: SagaFacts, at: Date): string => clockText(at, lang, timeZone)

/** 18:05:02 */
export const second = ({ lang, timeZone }: SagaFacts, at: Date): string =>
  dateText(at, lang, timeZone, { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** Money that came in, is to go back, and has gone back; minor units. */
export function moneyOf({ trail }: SagaFacts): { paid: number; toReturn: number; returned: number; byHand: number } {
  const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0)
  return {
    paid: sum(trail.payments.filter((p) => p.paidAt).map((p) => p.amount)),
    toReturn: sum(trail.refunds.map((r) => r.amount)),
    returned: sum(trail.refunds.filter((r) => r.status === 'done').map((r) => r.amount)),
    byHand: sum(trail.refunds.filter((r) => r.status !== 'done' && r.by === 'counter').map((r) => r.amount)),
  }
}

/** Portions taken from the shelf, put back and thrown away, as the stock log has them. */
export function stockOf({ trail }: SagaFacts): {
  taken: number
  back: number
  wasted: number
  least: OrderTrail['stock'][number] | undefined
} {
  const sum = (types: string[]) =>
    trail.stock.filter((m) => types.includes(m.type)).reduce((n, m) => n + Math.abs(m.change), 0)
  const taken = trail.stock.filter((m) => (m.type === 'hold' || m.type === 'sale') && m.change < 0)
  return {
    taken: taken.reduce((n, m) => n - m.change, 0),
    back: sum(['release', 'return']),
    wasted: sum(['waste']),
    least: taken.toSorted((a, b) => a.after - b.after)[0],
  }
}

/** When the order ended, as its own clock says. */
export const endedAt = ({ trail }: SagaFacts): Date | null =>
  trail.history.findLast((h) => h.clock === 'fulfilment' && ['cancelled', 'rejected', 'expired'].includes(h.to))?.at ??
  null

/** Whoever ended it: guest, system, or a name. */
export const endedBy = ({ trail }: SagaFacts): string | null =>
  trail.history.findLast((h) => h.clock === 'fulfilment' && ['cancelled', 'rejected', 'expired'].includes(h.to))
    ?.actor ?? null

/** The step that could not be done, from which the saga turned back. */
export const brokenStep = (facts: SagaFacts): StepView | undefined =>
  stepsOf(facts).find((step) => step.status === 'failed') ??
  stepsOf(facts).find((step) => facts.saga.endReason === `${step.name}_failed`)
