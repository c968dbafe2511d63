import { type BadOptions, chooseOptions, unitPriceOf } from '../menu/options'
import type { Texts } from '../shared/ctx'
import { ok, type Result, refuse } from '../shared/result'
import type { StoreView } from './queries'
import { maxPerLine, type NewLine } from './write-lines'

export const maxNote = 200

export type LineInput = {
  dishId: string
  optionIds: readonly string[]
  /** 1 to 99. */
  quantity: number
  note?: string
}

export type LineRefusal =
  | { reason: 'gone' }
  | BadOptions
  | { reason: 'sold_out'; name: Texts; available: number }
  | { reason: 'option_sold_out'; options: { id: string; name: Texts }[] }
  | { reason: 'bad_quantity'; max: number }
  | { reason: 'note_too_long'; max: number }

/** Whether this choice can be had at this store now, and what one portion costs. Refuses with what is in the way. */
export function checkLine(
  { content, availability }: Pick<StoreView, 'content' | 'availability'>,
  { dishId, optionIds, quantity, note = '' }: LineInput,
): Result<NewLine, LineRefusal> {
  const dish = content.dishes[dishId]
  if (!dish) return refuse({ reason: 'gone' })
  if (!isQuantity(quantity)) return refuse({ reason: 'bad_quantity', max: maxPerLine })
  const text = note.replaceAll('\0', '').trim()
  if ([...text].length > maxNote) return refuse({ reason: 'note_too_long', max: maxNote })
  const chosen = chooseOptions(content, dish, optionIds)
  if (!chosen.ok) return chosen

  const out = chosen.value.filter(availability.isOptionSoldOut)
  if (out.length > 0) return refuse({ reason: 'option_sold_out', options: out.map(({ id, name }) => ({ id, name })) })
  const left = availability.leftOf(dishId)
  if (left !== null && left < quantity) return refuse({ reason: 'sold_out', name: dish.name, available: left })
  const ids = chosen.value.map(({ id }) => id)
  return ok({ dishId, optionIds: ids, quantity, note: text, unitPrice: unitPriceOf(dish, chosen.value) })
}

export const isQuantity = (quantity: number): boolean =>
  Number.isInteger(quantity) && quantity >= 1 && quantity <= maxPerLine
