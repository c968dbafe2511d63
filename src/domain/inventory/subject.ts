import { sql } from 'kysely'
import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'

/** What can be counted: a dish, or an option. */
export type Subject = { dishId: string } | { optionId: string }

export type StockLevel = {
  id: string
  isTracked: boolean
  totalStock: number
  hasOnlineQuota: boolean
  availableStock: number
  alertLevel: number
  targetLevel: number
  isStopped: boolean
}

/** The stock row of a subject, locked; made on first use. null when the brand has no such dish or option. */
export async function lockSubject(tx: Tx, ctx: Ctx, subject: Subject): Promise<StockLevel | null> {
  const dishId = 'dishId' in subject ? subject.dishId : null
  const optionId = 'optionId' in subject ? subject.optionId : null
  await sql`
    insert into inventory (brand_id, id, store_id, dish_id, option_id)
    select ${ctx.brandId}, ${newId()}, ${ctx.storeId}, d.id, o.id
    from (select) one
    left join dish d on d.brand_id = ${ctx.brandId} and d.id = ${dishId}::uuid
    left join option o on o.brand_id = ${ctx.brandId} and o.id = ${optionId}::uuid
    where d.id is not null or o.id is not null
    on conflict (brand_id, store_id, subject_id) do nothing`.execute(tx)
  const row = await tx
    .selectFrom('inventory')
    .select([
      'id',
      'isTracked',
      'totalStock',
      'hasOnlineQuota',
      'availableStock',
      'alertLevel',
      'targetLevel',
      'isStopped',
    ])
    .where('brandId', '=', ctx.brandId)
    .where('storeId', '=', ctx.storeId)
    .where('subjectId', '=', dishId ?? optionId)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}
