import type { Lifecycle } from '../../shared/lifecycle'

export type SagaStatus = 'pending_start' | 'executing' | 'completed' | 'compensating' | 'compensated'
export type SagaEvent = 'start' | 'finish' | 'compensate' | 'putBack' | 'lateMoney'

/** A saga as seed 000 names its states. A completed one turns back when its order is cancelled; money that arrives afterwards reopens it. */
export const sagaLife: Lifecycle<SagaStatus, SagaEvent> = {
  pending_start: { start: 'executing', compensate: 'compensating' },
  executing: { finish: 'completed', compensate: 'compensating' },
  completed: { compensate: 'compensating' },
  compensating: { putBack: 'compensated', lateMoney: 'compensating' },
  compensated: { lateMoney: 'compensating' },
}

export type StepStatus = 'running' | 'waiting' | 'done' | 'skipped' | 'failed' | 'undoing' | 'undone' | 'undo_failed'
export type StepEvent = 'run' | 'wait' | 'finish' | 'skip' | 'fail' | 'undo' | 'undone' | 'undoFail'

/**
 * One step's life: forwards until done, then perhaps back. A step that never did anything is skipped when the saga turns back; money that
 * arrives late makes an undone payment something to undo again.
 */
export const stepLife: Lifecycle<StepStatus, StepEvent> = {
  running: { run: 'running', wait: 'waiting', finish: 'done', skip: 'skipped', fail: 'failed', undo: 'undoing' },
  waiting: { run: 'running', wait: 'waiting', finish: 'done', skip: 'skipped', fail: 'failed', undo: 'undoing' },
  done: { undo: 'undoing' },
  skipped: {},
  failed: { undo: 'undoing' },
  undoing: { undo: 'undoing', undone: 'undone', undoFail: 'undo_failed' },
  undo_failed: { undo: 'undoing', undone: 'undone' },
  undone: { undo: 'undoing' },
}
