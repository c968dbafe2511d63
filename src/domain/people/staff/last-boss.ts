import type { Tx } from '../../../db/connect'

/**
 * Whether nobody else could open every door once this person cannot. Locks the bosses' grants, so that two of them who leave at the
 * same time do not both believe the other stays.
 */
export async function isLastBoss(tx: Tx, accountId: string): Promise<boolean> {
  const grants = await tx
    .selectFrom('staffGrant as g')
    .innerJoin('account as a', 'a.id', 'g.accountId')
    .select('g.accountId')
    .where('g.role', '=', 'boss')
    .where('g.isActive', '=', true)
    .where('a.isActive', '=', true)
    .orderBy('g.id')
    .forUpdate('g')
    .execute()
  return grants.some((grant) => grant.accountId === accountId) && grants.every((grant) => grant.accountId === accountId)
}
