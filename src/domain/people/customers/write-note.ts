import { sql } from 'kysely'
import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import { actorName, type Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'

/** Writes a line about a customer that only staff see; `key` becomes its id, so that a double tap writes one (R6). */
export async function writeNote(
  tx: Tx,
  ctx: Ctx,
  input: { key: string; customerId: string; text: string },
): Promise<Result<{ id: string }, { reason: 'not_found' } | { reason: 'empty' }>> {
  const text = input.text.trim().slice(0, 500)
  if (text === '') return refuse({ reason: 'empty' })
  const customer = await tx
    .selectFrom('customer')
    .select('id')
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', input.customerId)
    .executeTakeFirst()
  if (!customer) return refuse({ reason: 'not_found' })
  const { rows } = await sql`insert into customer_note (brand_id, id, customer_id, text, author, created_at)
    values (${ctx.brandId}, ${input.key}, ${customer.id}, ${text}, ${actorName(ctx.actor)}, ${ctx.now})
    on conflict (brand_id, id) do nothing returning id`.execute(tx)
  if (rows.length > 0) await audit(tx, ctx, { action: 'customer.note', subjectId: customer.id, after: { note: text } })
  return ok({ id: customer.id })
}
