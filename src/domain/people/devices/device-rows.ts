import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'

/** A tablet of the context's store that still opens doors, locked; undefined for any other. */
export const lockDevice = (tx: Tx, ctx: Ctx, id: string) =>
  tx
    .selectFrom('device')
    .select(['id', 'name'])
    .where('brandId', '=', ctx.brandId)
    .where('storeId', '=', ctx.storeId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
