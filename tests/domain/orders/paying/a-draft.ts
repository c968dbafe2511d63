import type { Db } from '../../../../src/db/connect'
import { resolveAttempt } from '../../../../src/domain/orders/paying/resolve-attempt'
import { settleAttempt } from '../../../../src/domain/orders/paying/settle-attempt'
import type { Standing } from '../../../../src/domain/payments/gateway'
import { inTransaction } from '../../../../src/domain/shared/in-transaction'
import { testDeps } from '../../../support/gateway'
import { anOrder, startedPayment } from '../../../support/orders'
import { aShop, type Shop } from '../../../support/world'

export const left = async (db: Db, shop: Shop) =>
  (await db.selectFrom('inventory').select('totalStock').where('dishId', '=', shop.noodles).executeTakeFirstOrThrow())
    .totalStock

/** A draft of one bowl of ten, its payment begun. */
export async function aDraft(db: Db, more: Parameters<typeof aShop>[1] = {}) {
  const shop = await aShop(db, { stock: { noodles: 10 }, ...more })
  const deps = testDeps(db)
  const order = await anOrder(db, shop, { state: 'draft', deps })
  const ref = await startedPayment(order)
  const settle = (standing: Standing) =>
    inTransaction(db, (tx) => settleAttempt(tx, deps.now(), { gateway: 'demo', externalRef: ref, standing }))
  const resolve = () => resolveAttempt(deps, { gateway: 'demo', externalRef: ref })
  return { shop, ...order, ref, deps, settle, resolve, gateway: deps.gateway }
}
