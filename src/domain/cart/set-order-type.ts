import type { Tx } from '../../db/connect'
import { type Ctx, ownerOf } from '../shared/ctx'
import { newId } from '../shared/ids'
import { ok, type Result, refuse } from '../shared/result'
import type { OrderType } from './price-cart'
import { cartView, orderTypesOf, type StoreView, withLines } from './queries'

/** Says how the meal is to be had; the cart is priced anew. Refuses a way the store does not sell. */
export async function setOrderType(
  tx: Tx,
  ctx: Ctx,
  { orderType }: { orderType: OrderType },
): Promise<Result<{ view: StoreView }, { reason: 'type_off'; orderType: OrderType }>> {
  const view = await cartView(tx, ctx)
  if (!orderTypesOf(view.store).includes(orderType)) return refuse({ reason: 'type_off', orderType })
  const { id } = await tx
    .insertInto('cart')
    .values({
      brandId: ctx.brandId,
      id: newId(),
      storeId: ctx.storeId,
      owner: ownerOf(ctx.actor),
      orderType,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .onConflict((same) => same.columns(['brandId', 'storeId', 'owner']).doUpdateSet({ orderType, updatedAt: ctx.now }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return ok({ view: withLines(view, [], { cartId: id, orderType }) })
}
