import type { FC } from 'hono/jsx'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { clock, endedAt, isTurningBack, money, moneyOf, type SagaFacts, stockOf } from './saga-facts'

/** What it comes to, who sees it, and what an engineer asks for. */
export const SagaAside: FC<{ facts: SagaFacts }> = ({ facts }) => {
  const { t } = useView()
  return (
    <aside class="grid gap-5 pt-4 text-sm">
      <div>
        <h2 class="text-xs font-normal text-muted">
          {t(isTurningBack(facts) ? 'office.saga.after_back' : 'office.saga.after_forward')}
        </h2>
        <dl class="mt-1 grid gap-1 [&>div]:flex [&>div]:justify-between [&>div]:gap-3 [&_dd]:text-end">
          {outcome(facts).map(([name, text]) => (
            <div>
              <dt class="flex-none">{t(`office.saga.outcome.${name}`)}</dt>
              <dd class="num">{text}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div class="border-t border-line pt-4">
        <h2 class="text-xs font-normal text-muted">{t('office.saga.who_knows')}</h2>
        <ul class="mt-1 grid gap-1">
          {knowers(facts).map(({ name, at }) => (
            <li class={`flex items-center gap-2 ${at ? '' : 'text-muted'}`}>
              <Icon name={at ? 'check' : 'clock'} class={at ? 'size-4 text-ok' : 'size-4'} />
              {t(`office.saga.knows.${name}`)}
              {at && <span class="num ms-auto text-xs text-muted">{clock(facts, at)}</span>}
            </li>
          ))}
        </ul>
      </div>
      <Engineers facts={facts} />
    </aside>
  )
}

/** Money, stock and kitchen once all is done or back. */
function outcome(facts: SagaFacts): [string, string][] {
  const { t, trail, saga } = facts
  const { paid, toReturn } = moneyOf(facts)
  const { taken, back, wasted } = stockOf(facts)
  const say = (key: string, values: Record<string, string | number> = {}) => t(`office.saga.result.${key}`, values)
  if (!isTurningBack(facts))
    return [
      ['guest', say('pays', { amount: money(facts, paid || saga.total) })],
      ['store', taken > 0 ? say('stock_taken', { count: taken }) : say('stock_none')],
      ['kitchen', say(trail.tickets.length > 0 ? 'ticket' : 'ticket_none')],
    ]
  const stock =
    wasted > 0
      ? say('stock_wasted', { count: wasted })
      : taken > 0
        ? say('stock_back', { count: back || taken })
        : say('stock_none')
  return [
    ['guest', toReturn > 0 ? say('paid_back', { amount: money(facts, toReturn) }) : say('not_paid')],
    ['store', stock],
    ['kitchen', say(trail.tickets.length === 0 ? 'ticket_none' : trail.startedAt ? 'ticket_wasted' : 'ticket_void')],
  ]
}

/** Pages that follow the order by themselves: since when they show its end, or that they will. */
function knowers(facts: SagaFacts): { name: string; at: Date | null }[] {
  const { trail, saga } = facts
  const at = isTurningBack(facts) ? endedAt(facts) : (trail.history.at(-1)?.at ?? saga.createdAt)
  const refundOpen = saga.status === 'compensating' && moneyOf(facts).toReturn > moneyOf(facts).returned
  return [
    { name: 'guest', at },
    { name: 'counter', at },
    ...(trail.tickets.length > 0 ? [{ name: 'kitchen', at }] : []),
    ...(refundOpen ? [{ name: 'guest_refund', at: null }] : []),
  ]
}

const Engineers: FC<{ facts: SagaFacts }> = ({ facts: { saga, trail } }) => {
  const { t } = useView()
  const lines = [
    saga.status,
    `saga ${saga.sagaId}`,
    `order ${saga.orderId}`,
    `executed_steps ${saga.executedSteps.join(', ') || '-'}`,
    ...saga.steps.map(
      (s) =>
        `${s.name} ${s.status ?? '-'} ${s.attempts}/${s.undoAttempts}${(s.error ?? s.undoError) ? `: ${s.error ?? s.undoError}` : ''}`,
    ),
    ...trail.refunds.map((r) => `payment.refund ${r.status} ${r.attempts}${r.error ? `: ${r.error}` : ''}`),
    ...(saga.error ? [`error ${saga.error}`] : []),
    `payload ${JSON.stringify(saga.payload)}`,
  ]
  return (
    <details class="border-t border-line pt-3" id="engineers" hx-morph-skip-children>
      <summary class="flex min-h-11 items-center justify-between">
        {t('office.saga.engineers')}
        <Icon name="chevron-down" class="size-4" />
      </summary>
      <p class="num mt-1 text-xs leading-5 break-all text-muted">
        {lines.map((line) => (
          <>
            {line}
            <br />
          </>
        ))}
      </p>
    </details>
  )
}
