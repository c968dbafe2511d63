import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import type { Ctx } from '../../shared/ctx'
import { announce } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import { endSessionsOn } from '../sessions'
import { lockDevice } from './device-rows'

/** A tablet of the context's store, lost or replaced, opens nothing from now on: whoever is on it is out at their next click. */
export async function revokeDevice(
  tx: Tx,
  ctx: Ctx,
  { id }: { id: string },
): Promise<Result<{ id: string }, { reason: 'not_found' }>> {
  const device = await lockDevice(tx, ctx, id)
  if (!device) return refuse({ reason: 'not_found' })
  await tx
    .updateTable('device')
    .set({ revokedAt: ctx.now })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', id)
    .execute()
  await endSessionsOn(tx, { brandId: ctx.brandId, id })
  await audit(tx, ctx, { action: 'device.revoke', subjectId: id, before: { name: device.name } })
  announce(tx, `store:${ctx.storeId}:tablets`)
  return ok({ id })
}
