import type { Db } from '../../db/connect'
import type { Ctx, Texts } from '../shared/ctx'

/** What cancelling would do, each once (R17). Money in minor units. */
export type Reversal = {
  orderId: string
  /** null when nobody paid; `by` says whether the gateway sends it or the counter hands it back. */
  money: { amount: number; method: string; by: 'gateway' | 'counter' } | null
  stock: { name: Texts; quantity: number; fate: 'back' | 'waste' }[]
  tickets: { stationId: string | null; started: boolean }[]
  delivery: boolean
}

/** What cancelling this order now would do; null when it is over or not there. */
export async function previewReversal(_db: Db, _ctx: Ctx, _orderId: string): Promise<Reversal | null> {
  throw new Error('in the next slice')
}
