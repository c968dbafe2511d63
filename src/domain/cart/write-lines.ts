import { sql } from 'kysely'
import type { Tx } from '../../db/connect'
import { newId } from '../shared/ids'
import type { OrderType } from './price-cart'
import { asCartLine, type CartLine, type LineRow } from './rows'

export const maxPerLine = 99

export type NewLine = {
  dishId: string
  optionIds: readonly string[]
  quantity: number
  note: string
  unitPrice: number
}
type Target = {
  brandId: string
  storeId: string
  owner: string
  orderType: OrderType
  menuVersionId: string | null
  now: Date
}

/**
 * Puts lines into an owner's cart, making the cart if there is none, in one statement; gives the cart and the lines as they stand.
 * The same dish made the same way is one line: quantities add up to at most 99, and the lower price seen is kept, so that a rise
 * is still asked about. A line that this `key` last wrote to stays as it is (R6).
 */
export async function writeLines(
  tx: Tx,
  { brandId, storeId, owner, orderType, menuVersionId, now }: Target,
  lines: readonly NewLine[],
  key: string | null = null,
): Promise<{ cartId: string; lines: CartLine[] }> {
  const { rows } = await sql<{ cartId: string; line: LineRow }>`
    with basket as (
      insert into cart (brand_id, id, store_id, owner, order_type, created_at, updated_at)
      values (${brandId}, ${newId()}, ${storeId}, ${owner}, ${orderType}, ${now}, ${now})
      on conflict (brand_id, store_id, owner) do update set updated_at = excluded.updated_at
      returning brand_id, id)
    insert into cart_line as l (brand_id, id, cart_id, dish_id, option_ids, quantity, note, unit_price, menu_version_id, last_key)
    select basket.brand_id, x.id, basket.id, x."dishId", x."optionIds", x.quantity, x.note, x."unitPrice", ${menuVersionId}::uuid,
      ${key?.slice(0, 200) ?? null}
    from basket, jsonb_to_recordset(${JSON.stringify(merged(lines))}::jsonb)
      as x(id uuid, "dishId" uuid, "optionIds" uuid[], quantity integer, note text, "unitPrice" integer)
    on conflict (brand_id, cart_id, dish_id, option_ids, note) do update set
      quantity = case when l.last_key = excluded.last_key then l.quantity
        else least(l.quantity + excluded.quantity, ${maxPerLine}::integer) end,
      unit_price = least(l.unit_price, excluded.unit_price),
      menu_version_id = excluded.menu_version_id,
      last_key = excluded.last_key
    returning l.cart_id,
      json_build_array(l.id, l.dish_id, l.option_ids, l.quantity, l.note, l.unit_price, l.menu_version_id) as line`.execute(
    tx,
  )
  return { cartId: rows[0]!.cartId, lines: rows.map(({ line }) => asCartLine(line)) }
}

/** The order of options does not make another dish. */
export const sameness = (line: { dishId: string; optionIds: readonly string[]; note: string }): string =>
  JSON.stringify([line.dishId, line.optionIds.toSorted(), line.note])

/** One statement may write a row only once: equal lines are added up first. */
function merged(lines: readonly NewLine[]): (NewLine & { id: string })[] {
  const out = new Map<string, NewLine & { id: string }>()
  for (const line of lines) {
    const known = out.get(sameness(line))
    const quantity = Math.min((known?.quantity ?? 0) + line.quantity, maxPerLine)
    const unitPrice = Math.min(known?.unitPrice ?? line.unitPrice, line.unitPrice)
    out.set(sameness(line), { ...line, id: newId(), optionIds: line.optionIds.toSorted(), quantity, unitPrice })
  }
  return [...out.values()]
}
