import { dated, type Stored } from '../../shared/stored'
import type { SagaRow, StepView } from './queries'
import { orderSteps } from './steps'

const dates = {
  startedAt: true,
  finishedAt: true,
  undoStartedAt: true,
  undoNextAt: true,
  undoneAt: true,
} as const

const unreached = {
  status: null,
  output: null,
  attempts: 0,
  error: null,
  startedAt: null,
  finishedAt: null,
  undoAttempts: 0,
  undoError: null,
  undoStartedAt: null,
  undoNextAt: null,
  undoneAt: null,
}

/** Every step there is, in its order, reached or not; one that only an older version had comes last. */
export function allSteps(stored: readonly Stored<StepView>[]): StepView[] {
  const reached = stored.map((step) => dated<StepView>(step, dates))
  const known = orderSteps.map(({ name }) => reached.find((step) => step.name === name) ?? { name, ...unreached })
  return [...known, ...reached.filter((step) => !known.includes(step))]
}

/** Something was tried and did not work, and trying again can help. */
export const mayRetry = ({ status, error }: Pick<SagaRow, 'status' | 'error'>, steps: readonly StepView[]): boolean =>
  (status === 'executing' && error !== null) ||
  ((status === 'executing' || status === 'compensating') &&
    steps.some(
      (step) =>
        step.status === 'undo_failed' ||
        (step.status === 'undoing' && step.undoError !== null) ||
        (step.status === 'running' && step.error !== null),
    ))
