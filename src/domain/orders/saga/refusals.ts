import type { SagaEvent, SagaStatus } from './lifecycle'

export type SagaRefusal =
  | { reason: 'not_found' }
  | { reason: 'nothing_stuck' }
  | { reason: 'cause_missing' }
  | { reason: 'illegal_move'; from: SagaStatus; event: SagaEvent }
