import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import type { SagaFacts } from './saga-facts'
import { stepsOf } from './saga-facts'

type Place = { brandSlug: string; storeSlug: string }
export type ActName = 'compensation' | 'settlement'

type ActsProps = { place: Place; facts: SagaFacts; mayPush: boolean }

const params = (place: Place, facts: SagaFacts) => ({
  brand: place.brandSlug,
  store: place.storeSlug,
  id: facts.saga.orderId,
})

/** Which of the two weighty acts this saga allows this reader. */
export const actsOf = ({ facts, mayPush }: Omit<ActsProps, 'place'>): ActName[] =>
  mayPush
    ? [
        ...(facts.saga.mayBeSettledByHand ? (['settlement'] as const) : []),
        ...(facts.saga.mayTurnBack ? (['compensation'] as const) : []),
      ]
    : []

/** Push it on, give it up, or say that the money went back another way. */
export const SagaActs: FC<ActsProps> = ({ place, facts, mayPush }) => {
  const { t } = useView()
  const { saga } = facts
  const acts = actsOf({ facts, mayPush })
  const retry = paths.officeSagaRetry.href(params(place, facts))
  const isRefund = stepsOf(facts).some(
    (s) => s.name === 'payment' && (s.status === 'undoing' || s.status === 'undo_failed'),
  )
  if (!mayPush) return null
  return (
    <div class="flex flex-none flex-col gap-2 max-lg:w-full">
      {saga.mayRetry && (
        <form
          method="post"
          action={retry}
          hx-post={retry}
          hx-target="#saga-panel"
          hx-swap="outerMorph"
          hx-disable="find button"
        >
          <button class="btn btn-primary w-full" type="submit">
            <Icon name="rotate-cw" />
            {t(isRefund ? 'office.saga.act.retry_refund' : 'office.saga.act.retry')}
          </button>
        </form>
      )}
      {acts.map((act) => (
        <a
          class={act === 'settlement' ? 'btn btn-ghost text-sm' : 'btn btn-error btn-outline'}
          href={actHref(act, place, facts)}
          hx-get={actHref(act, place, facts)}
          hx-target="#saga-act"
          hx-swap="innerHTML"
        >
          {t(`office.saga.act.${act}`)}
        </a>
      ))}
    </div>
  )
}

export const actHref = (act: ActName, place: Place, facts: SagaFacts): string =>
  (act === 'settlement' ? paths.officeSagaSettlement : paths.officeSagaCompensation).href(params(place, facts))
