import type { Tx } from '../../db/connect'
import { type Ctx, ownerOf } from '../shared/ctx'
import { commitLazily } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { checkLine, type LineInput, type LineRefusal } from './check-line'
import { cartView, type StoreView, withLines } from './queries'
import { sameness, writeLines } from './write-lines'

export const maxLines = 100

/** `key` is made when the form is rendered: the same one again adds nothing (R6). */
export type AddInput = LineInput & { key?: string }
export type AddRefusal = LineRefusal | { reason: 'too_many_lines'; max: number }

/**
 * Puts a dish in the actor's cart at this store; the same dish made the same way joins its line. Checked against the live menu
 * and what is left: one look and one write. Gives the line and the cart as it is now.
 */
export async function addLine(
  tx: Tx,
  ctx: Ctx,
  input: AddInput,
): Promise<Result<{ lineId: string; view: StoreView }, AddRefusal>> {
  const view = await cartView(tx, ctx, commitLazily)
  const checked = checkLine(view, input)
  if (!checked.ok) return checked
  const isNew = !view.cart.lines.some((line) => sameness(line) === sameness(checked.value))
  if (isNew && view.cart.lines.length >= maxLines) return refuse({ reason: 'too_many_lines', max: maxLines })

  const { brandId, storeId, now } = ctx
  const { orderType } = view.cart
  const { menuVersionId } = view.store
  const target = { brandId, storeId, owner: ownerOf(ctx.actor), orderType, menuVersionId, now }
  const written = await writeLines(tx, target, [checked.value], input.key)
  return ok({ lineId: written.lines[0]!.id, view: withLines(view, written.lines, { cartId: written.cartId }) })
}
