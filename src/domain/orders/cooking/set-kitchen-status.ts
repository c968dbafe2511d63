import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import type { Result } from '../../shared/result'
import type { TicketRefusal } from './refusals'

/** Starts or bumps every ticket of an order at once (the REST contract speaks of one kitchen order). */
export async function setKitchenStatus(
  _tx: Tx,
  _ctx: Ctx,
  _input: { orderId: string; status: 'preparing' | 'ready' },
): Promise<Result<{ orderId: string }, TicketRefusal>> {
  throw new Error('in the next slice')
}
