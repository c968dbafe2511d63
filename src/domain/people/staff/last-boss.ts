import type { Tx } from '../../../db/connect'

const bosses = (tx: Tx) =>
  tx
    .selectFrom('staffGrant as g')
    .innerJoin('account as a', 'a.id', 'g.accountId')
    .select('g.accountId')
    .where('g.role', '=', 'boss')
    .where('g.isActive', '=', true)
    .where('a.isActive', '=', true)
    .orderBy('g.id')
    .forUpdate('g')
    .execute()

/** Has two who end each other's grants at the same time wait for one another, before either holds anything the other needs. */
export const lockBosses = async (tx: Tx): Promise<void> => void (await bosses(tx))

/**
 * Whether nobody else could open every door once this person cannot. Locks the bosses' grants, so that two of them who leave at the
 * same time do not both believe the other stays.
 */
export async function isLastBoss(tx: Tx, accountId: string): Promise<boolean> {
  const grants = await bosses(tx)
  return grants.some((grant) => grant.accountId === accountId) && grants.every((grant) => grant.accountId === accountId)
}
