import { sql } from 'kysely'
import type { Tx } from '../../db/connect'
import { maxPerLine } from './write-lines'

/** Gives every cart of one owner to another (a guest signs in); where both have one in a store, the lines join. */
export async function moveCarts(tx: Tx, from: string, to: string): Promise<void> {
  const { rows } = await sql<{ brandId: string; id: string; into: string | null }>`
    select c.brand_id, c.id, t.id as into from cart c
      left join cart t on t.brand_id = c.brand_id and t.store_id = c.store_id and t.owner = ${to}
    where c.owner = ${from} for update of c`.execute(tx)
  for (const { brandId, id, into } of rows) {
    if (into) await join(tx, brandId, id, into)
    else await tx.updateTable('cart').set({ owner: to }).where('brandId', '=', brandId).where('id', '=', id).execute()
  }
}

async function join(tx: Tx, brandId: string, from: string, into: string): Promise<void> {
  const same = sql`f.brand_id = ${brandId} and f.cart_id = ${from} and t.brand_id = f.brand_id and t.cart_id = ${into}
    and t.dish_id = f.dish_id and t.option_ids = f.option_ids and t.note = f.note`
  await sql`update cart_line t set quantity = least(t.quantity + f.quantity, ${maxPerLine}::integer),
    unit_price = least(t.unit_price, f.unit_price) from cart_line f where ${same}`.execute(tx)
  await sql`update cart_line f set cart_id = ${into} where f.brand_id = ${brandId} and f.cart_id = ${from}
    and not exists (select from cart_line t where ${same})`.execute(tx)
  await tx.deleteFrom('cart').where('brandId', '=', brandId).where('id', '=', from).execute()
}
