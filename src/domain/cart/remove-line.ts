import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { ok, type Result } from '../shared/result'
import { isLost } from './price-cart'
import { cartView, type StoreView, withLines } from './queries'

/** Takes a line out of the actor's cart; one that is not there (any more) is no trouble. Gives the cart as it is now. */
export async function removeLine(
  tx: Tx,
  ctx: Ctx,
  { lineId }: { lineId: string },
): Promise<Result<{ view: StoreView }, never>> {
  const view = await cartView(tx, ctx)
  return removeThese(
    tx,
    ctx,
    view,
    view.cart.lines.filter(({ id }) => id === lineId),
  )
}

/** Takes out every line that cannot be had any more: the yes to going on without them (R11). */
export async function removeLostLines(tx: Tx, ctx: Ctx): Promise<Result<{ view: StoreView }, never>> {
  const view = await cartView(tx, ctx)
  return removeThese(tx, ctx, view, view.priced.lines.filter(isLost))
}

async function removeThese(
  tx: Tx,
  ctx: Ctx,
  view: StoreView,
  lines: { id: string }[],
): Promise<Result<{ view: StoreView }, never>> {
  const without = lines.map(({ id }) => id)
  if (without.length === 0) return ok({ view })
  await tx.deleteFrom('cartLine').where('brandId', '=', ctx.brandId).where('id', 'in', without).execute()
  return ok({ view: withLines(view, [], { without }) })
}
