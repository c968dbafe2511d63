import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import type { Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'

/** Takes an open invitation to the context's store back: its link and code open nothing any more. */
export async function withdrawInvitation(
  tx: Tx,
  ctx: Ctx,
  { id }: { id: string },
): Promise<Result<{ id: string }, { reason: 'not_found' }>> {
  const row = await tx
    .updateTable('staffInvitation')
    .set({ withdrawnAt: ctx.now })
    .where('id', '=', id)
    .where('brandId', '=', ctx.brandId)
    .where('storeId', 'is not distinct from', ctx.storeId || null)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .returning(['id', 'name'])
    .executeTakeFirst()
  if (!row) return refuse({ reason: 'not_found' })
  await audit(tx, ctx, { action: 'invitation.withdraw', subjectId: id, before: { name: row.name } })
  return ok({ id })
}
