import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import type { Result } from '../shared/result'

export type Subject = { dishId: string } | { optionId: string }
export type StockInput = Subject & { cause?: string } & (
    | { type: 'count'; total: number }
    | { type: 'restock'; quantity: number }
    | { type: 'adjust'; change: number }
  )
export type StockRefusal =
  | { reason: 'not_found' }
  | { reason: 'below_zero'; left: number }
  | { reason: 'too_many'; max: number }

/** Counts, adds to or corrects what is left; a subject never counted before starts to be. Logged with its cause (R24). */
export async function setStock(
  _tx: Tx,
  _ctx: Ctx,
  _input: StockInput,
): Promise<Result<{ inventoryId: string; before: number; after: number }, StockRefusal>> {
  throw new Error('in the next slice')
}
