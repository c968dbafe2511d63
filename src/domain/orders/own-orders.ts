import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../shared/ctx'

/** The newest of the actor's own orders in all brands that `where` leaves, as a selection of brand_id and id. What `isOwner` says, in SQL. */
export function pickOwn(
  actor: Exclude<Actor, { kind: 'system' }>,
  where: RawBuilder<boolean>,
  limit: number,
): RawBuilder<unknown> {
  const part = (owner: RawBuilder<unknown>) => sql`
    (select o.brand_id, o.id from orders o where ${owner} and ${where} order by o.id desc limit ${limit})`
  const guest = part(sql`o.account_id is null and o.visitor = ${actor.visitor || null}`)
  if (actor.kind === 'guest') return guest
  const account = part(sql`o.account_id = ${actor.accountId}`)
  return sql`select brand_id, id from (${account} union all ${guest}) mine order by id desc limit ${limit}`
}
