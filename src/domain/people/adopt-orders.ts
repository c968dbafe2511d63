import type { Tx } from '../../db/connect'

/** How far back a guest's orders are theirs for certain: the cookie may have passed to another. */
const recentMs = 30 * 86_400_000

/** What the guest of this browser ordered lately becomes the account's: it is found from any device then. */
export async function adoptOrders(tx: Tx, now: Date, visitor: string, accountId: string): Promise<void> {
  await tx
    .updateTable('orders')
    .set({ accountId })
    .where('visitor', '=', visitor)
    .where('accountId', 'is', null)
    .where('createdAt', '>', new Date(now.getTime() - recentMs))
    .execute()
}
