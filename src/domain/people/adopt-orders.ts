import type { Tx } from '../../db/connect'
import { ensureCustomer } from './customers'

/** How far back a guest's orders are theirs for certain: the cookie may have passed to another. */
const recentMs = 30 * 86_400_000

/** What the guest of this browser ordered lately becomes the account's: it is found from any device then, and the brands know who it was. */
export async function adoptOrders(tx: Tx, now: Date, visitor: string, accountId: string): Promise<void> {
  const adopted = await tx
    .updateTable('orders')
    .set({ accountId })
    .where('visitor', '=', visitor)
    .where('accountId', 'is', null)
    .where('createdAt', '>', new Date(now.getTime() - recentMs))
    .returning('brandId')
    .execute()
  for (const brandId of new Set(adopted.map((order) => order.brandId))) {
    const customerId = await ensureCustomer(tx, { brandId, now }, accountId)
    await tx
      .updateTable('orders')
      .set({ customerId })
      .where('brandId', '=', brandId)
      .where('accountId', '=', accountId)
      .where('customerId', 'is', null)
      .execute()
  }
}
