import type { Db } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import type { OrderType, StatusWord } from '../lifecycle'
import type { SagaStatus, StepStatus } from './lifecycle'

export type SagaRow = {
  sagaId: string
  orderId: string
  number: string | null
  status: SagaStatus
  /** A step or an undo has failed or is being retried: somebody should look. */
  isStuck: boolean
  error: string | null
  orderType: OrderType
  orderStatus: StatusWord
  contactName: string
  total: number
  currency: string
  createdAt: Date
  updatedAt: Date
}

export type StepView = {
  name: string
  /** null: the order never came this far. */
  status: StepStatus | null
  output: unknown
  attempts: number
  error: string | null
  startedAt: Date | null
  finishedAt: Date | null
  undoAttempts: number
  undoError: string | null
  undoStartedAt: Date | null
  undoNextAt: Date | null
  undoneAt: Date | null
}

export type SagaDetail = SagaRow & {
  executedSteps: string[]
  payload: Record<string, unknown>
  contactPhone: string
  address: string
  endReason: string | null
  endedAt: Date | null
  lines: { name: Record<string, string>; quantity: number; lineTotal: number }[]
  /** All steps in their order, reached or not. */
  steps: StepView[]
  /** Undo retries of a refund before it waits for a person. */
  maxUndoAttempts: number
  mayRetry: boolean
  mayTurnBack: boolean
  mayBeSettledByHand: boolean
}

export type SagaFilter = { show?: 'open' | 'needs_you' | 'all'; limit?: number; cursor?: string | null }

/** A store's sagas, newest first, with the day's counts. One round trip. */
export async function sagaList(
  _db: Db,
  _ctx: Ctx,
  _filter: SagaFilter = {},
): Promise<{
  items: SagaRow[]
  nextCursor: string | null
  counts: { needsYou: number; open: number; today: number; todayDone: number }
}> {
  throw new Error('in the next slice')
}

/** One order's saga with every step; null when there is none at this store. */
export async function sagaDetail(_db: Db, _ctx: Ctx, _orderId: string): Promise<SagaDetail | null> {
  throw new Error('in the next slice')
}
