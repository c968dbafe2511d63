import type { FC } from 'hono/jsx'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { backCell } from './saga-back'
import { isTurningBack, type SagaFacts, stepsOf } from './saga-facts'
import { type Cell, type Dot, forwardCell } from './saga-forward'
import { turnText } from './saga-headline'

/** The saga as it went: forward at the left, back at the right, the turn between. */
export const SagaLanes: FC<{ facts: SagaFacts }> = ({ facts }) => {
  const { t } = useView()
  const steps = stepsOf(facts)
  const isBack = isTurningBack(facts)
  const cells = steps.map((step) => ({ forward: forwardCell(facts, step), back: backCell(facts, step) }))
  const turnAfter = isBack ? cells.findLastIndex(({ forward, back }) => forward.dot === 'fail' || back !== null) : -1
  const firstBack = cells.findIndex(({ back }) => back !== null)
  const lastDone = cells.findLastIndex(({ forward }) => forward.dot !== 'todo')
  return (
    <section aria-label={t('office.saga.steps')} class="min-w-0">
      <div class="saga-heads border-b border-line py-2.5 text-xs text-muted">
        <p class="col-start-2 flex items-center gap-1 ps-1">
          <Icon name="arrow-down" class="size-3.5" />
          {t('office.saga.forward')}
        </p>
        {isBack && (
          <p class="col-start-4 flex items-center gap-1 ps-1 text-road">
            <Icon name="arrow-up" class="size-3.5" />
            {t('office.saga.backward')}
          </p>
        )}
      </div>
      <ol class={isBack ? 'saga' : 'saga is-onward'}>
        {cells.map(({ forward, back }, i) => (
          <>
            <li>
              <div
                class={`lane-dot ${forwardLane(forward.dot, i, { isBack, turnAfter, lastDone, last: cells.length - 1 })}`}
              >
                <DotMark dot={forward.dot} />
              </div>
              <CellText cell={forward} />
              <div
                class={`lane-dot up ${backLane(back, i, { isBack, firstBack, turnAfter, above: cells[i - 1]?.back ?? null })}`}
              >
                {back && <DotMark dot={back.dot} />}
              </div>
              {back ? <CellText cell={back} /> : <div class="cell"></div>}
            </li>
            {i === turnAfter && (
              <li>
                <p class="turn">{turnText(facts)}</p>
              </li>
            )}
          </>
        ))}
      </ol>
    </section>
  )
}

type ForwardSpan = { isBack: boolean; turnAfter: number; lastDone: number; last: number }

/** Which stretch of line stands at a forward dot. */
function forwardLane(dot: Dot, i: number, { isBack, turnAfter, lastDone, last }: ForwardSpan): string {
  const start = i === 0 ? 'is-start ' : ''
  if (isBack) {
    if (turnAfter === -1 || i > turnAfter) return 'is-off'
    return dot === 'fail' ? `${start}is-broken` : start
  }
  if (i === last) return dot === 'todo' ? `${start}is-todo is-end` : `${start}is-end`
  if (i === lastDone) return `${start}is-front`
  return dot === 'todo' ? `${start}is-todo` : start
}

type BackSpan = { isBack: boolean; firstBack: number; turnAfter: number; above: Cell | null }

/** Which stretch of line stands at a backward dot: solid as far as it has gone, dashed where it has still to go. */
function backLane(back: Cell | null, i: number, { isBack, firstBack, turnAfter, above }: BackSpan): string {
  if (!isBack || turnAfter === -1 || i > turnAfter || i < firstBack) return 'is-off'
  const start = i === firstBack ? 'is-start ' : ''
  if (back?.dot === 'todo') return `${start}is-todo`
  return above?.dot === 'todo' ? 'is-head' : start
}

const DotMark: FC<{ dot: Dot }> = ({ dot }) => {
  const { t } = useView()
  const word = <span class="sr-only">{t(`office.saga.dot.${dot}`)}</span>
  if (dot === 'done' || dot === 'fail')
    return (
      <span class={dot === 'fail' ? 'dot is-fail' : 'dot'}>
        <Icon name={dot === 'fail' ? 'x' : 'check'} />
        {word}
      </span>
    )
  return <span class={`dot is-${dot}`}>{word}</span>
}

const CellText: FC<{ cell: Cell }> = ({ cell }) => (
  <div class="cell">
    <p class="flex flex-wrap items-baseline justify-between gap-x-3">
      <b class={cell.isMuted ? 'font-normal text-muted' : undefined}>{cell.title}</b>
      <span class="num text-xs text-muted">{cell.at}</span>
    </p>
    <p class={cell.isMuted ? 'num text-muted' : 'num'}>
      {cell.tries.length > 0 && (
        <span class="try" aria-hidden="true">
          {cell.tries.map((it) => (
            <i class={it === 'fail' ? undefined : it}></i>
          ))}
        </span>
      )}
      {cell.text}
    </p>
  </div>
)
