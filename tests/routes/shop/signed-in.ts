import { startSession } from '../../../src/domain/people/sessions'
import { createAccount } from '../../../src/domain/people/sign-up'
import type { Client } from '../../support/client'
import { aUsername } from '../../support/names'
import type { Site } from '../../support/site'
import { must } from '../../support/world'

/** A browser in which a customer is signed in. */
export async function signedIn(
  site: Site,
  { name = '林佩雯', phone = null as string | null } = {},
): Promise<{ client: Client; accountId: string }> {
  const now = site.deps.now()
  const [accountId, token] = await site.db.transaction().execute(async (tx) => {
    const made = must(await createAccount(tx, now, { username: aUsername(), name, passwordHash: null }))
    await tx.updateTable('account').set({ phone }).where('id', '=', made.accountId).execute()
    return [made.accountId, await startSession(tx, now, made.accountId)] as const
  })
  const client = site.client()
  client.cookies.set('session', token)
  return { client, accountId }
}
