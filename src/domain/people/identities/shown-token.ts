import type { Db } from '../../../db/connect'
import { hashOf } from '../secret'

/**
 * Whether this id token may be shown by this browser. LINE hands a page the same token for an hour, so the browser that showed it first may
 * do so again; in any other it is a copy, and opens nothing.
 */
export async function mayShow(
  db: Db,
  now: Date,
  { idToken, visitor, expiresAt }: { idToken: string; visitor: string; expiresAt: Date },
): Promise<boolean> {
  await db.deleteFrom('shownIdToken').where('expiresAt', '<', now).execute()
  const tokenHash = hashOf(idToken)
  const first = await db
    .insertInto('shownIdToken')
    .values({ tokenHash, visitor, expiresAt })
    .onConflict((again) => again.column('tokenHash').doUpdateSet((eb) => ({ visitor: eb.ref('shownIdToken.visitor') })))
    .returning('visitor')
    .executeTakeFirstOrThrow()
  return first.visitor === visitor
}
