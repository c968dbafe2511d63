import type { Tx } from '../../db/connect'
import { type Ctx, ownerOf } from '../shared/ctx'
import { commitLazily } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { checkLine, isQuantity, type LineRefusal } from './check-line'
import { cartView, type StoreView, withLines } from './queries'
import type { CartLine } from './rows'
import { maxPerLine, writeLines } from './write-lines'

/** `quantity` 0 takes the line away. Options and note stay as they are when not given. */
export type SetInput = { lineId: string; quantity: number; optionIds?: readonly string[]; note?: string }
export type SetRefusal = LineRefusal | { reason: 'not_found' }

/**
 * Changes a line of the actor's cart. Having fewer is always allowed; more, or made otherwise, is checked like a new line.
 * Gives the cart as it is now.
 */
export async function setLine(tx: Tx, ctx: Ctx, input: SetInput): Promise<Result<{ view: StoreView }, SetRefusal>> {
  const view = await cartView(tx, ctx, commitLazily)
  const line = view.cart.lines.find(({ id }) => id === input.lineId)
  if (!line) return refuse({ reason: 'not_found' })
  if (input.quantity === 0) return ok({ view: await drop(tx, ctx, view, line) })
  if (!isQuantity(input.quantity)) return refuse({ reason: 'bad_quantity', max: maxPerLine })

  const isRemade = input.optionIds !== undefined || (input.note !== undefined && input.note.trim() !== line.note)
  if (!isRemade && input.quantity <= line.quantity)
    return ok({ view: await count(tx, ctx, view, line, input.quantity) })
  const checked = checkLine(view, { ...line, ...input })
  if (!checked.ok) return checked
  if (!isRemade) return ok({ view: await count(tx, ctx, view, line, input.quantity) })

  const without = await drop(tx, ctx, view, line)
  const { brandId, storeId, now } = ctx
  const target = { brandId, storeId, now, owner: ownerOf(ctx.actor), orderType: view.cart.orderType }
  const written = await writeLines(tx, { ...target, menuVersionId: view.store.menuVersionId }, [checked.value])
  return ok({ view: withLines(without, written.lines) })
}

async function count(tx: Tx, ctx: Ctx, view: StoreView, line: CartLine, quantity: number): Promise<StoreView> {
  await tx
    .updateTable('cartLine')
    .set({ quantity })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', line.id)
    .execute()
  return withLines(view, [{ ...line, quantity }])
}

async function drop(tx: Tx, ctx: Ctx, view: StoreView, line: CartLine): Promise<StoreView> {
  await tx.deleteFrom('cartLine').where('brandId', '=', ctx.brandId).where('id', '=', line.id).execute()
  return withLines(view, [], { without: [line.id] })
}
