import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import type { Ctx } from '../../shared/ctx'
import { announce } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import { lockDevice } from './device-rows'
import { nameLength } from './pair-device'

/** Calls a tablet of the context's store something else. */
export async function renameDevice(
  tx: Tx,
  ctx: Ctx,
  input: { id: string; name: string },
): Promise<Result<{ id: string }, { reason: 'not_found' } | { reason: 'name_missing' }>> {
  const device = await lockDevice(tx, ctx, input.id)
  if (!device) return refuse({ reason: 'not_found' })
  const name = input.name.trim().slice(0, nameLength)
  if (name === '') return refuse({ reason: 'name_missing' })
  if (name === device.name) return ok({ id: device.id })
  await tx.updateTable('device').set({ name }).where('brandId', '=', ctx.brandId).where('id', '=', device.id).execute()
  await audit(tx, ctx, {
    action: 'device.rename',
    subjectId: device.id,
    before: { name: device.name },
    after: { name },
  })
  announce(tx, `store:${ctx.storeId}:tablets`)
  return ok({ id: device.id })
}
