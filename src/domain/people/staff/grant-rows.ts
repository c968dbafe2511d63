import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'

const columns = ['id', 'accountId', 'role', 'brandId', 'storeId', 'p1', 'p2', 'p3', 'p4', 'isActive'] as const

/** These grants, locked, in the order of their ids. */
export const lockGrants = (tx: Tx, ids: string[]) =>
  tx.selectFrom('staffGrant').select(columns).where('id', 'in', ids).orderBy('id').forUpdate().execute()

export type GrantRow = Awaited<ReturnType<typeof lockGrants>>[number]

/** Whether a grant is one of the context's own store: what is another store's is not there. */
export const isOfStore = (ctx: Ctx, grant: GrantRow): boolean =>
  grant.role === 'store_staff' && grant.brandId === ctx.brandId && grant.storeId === ctx.storeId
