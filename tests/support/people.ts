import { hashPassword } from '../../src/domain/people/passwords'
import { startSession } from '../../src/domain/people/sessions'
import { createAccount } from '../../src/domain/people/sign-up'
import type { StaffGrant } from '../../src/domain/shared/ctx'
import { newId } from '../../src/domain/shared/ids'
import type { Client } from './client'
import type { Site } from './site'
import { must } from './world'

export type Role = { role: StaffGrant['role']; brandId?: string; storeId?: string } & Partial<
  Record<'p1' | 'p2' | 'p3' | 'p4', boolean>
>

type Wanted = { username?: string; email?: string; name?: string; password?: string; roles?: Role[] }

/** Letters only: digits by chance could be somebody's phone number, which no username may be. */
const aUsername = () =>
  `p-${newId()
    .slice(-12)
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!)}`

/** An account with a password, when one is given, and these roles. Gives its id. */
export async function aPerson(site: Site, wanted: Wanted = {}): Promise<string> {
  const { username = aUsername(), email, name = '阿哲', password, roles = [] } = wanted
  const passwordHash = password ? await hashPassword(password) : null
  return site.db.transaction().execute(async (tx) => {
    const { accountId } = must(await createAccount(tx, site.deps.now(), { username, email, name, passwordHash }))
    for (const role of roles)
      await tx
        .insertInto('staffGrant')
        .values({ id: newId(), accountId, ...role })
        .execute()
    return accountId
  })
}

/** The browser of somebody who is signed in already. */
export async function signedIn(site: Site, wanted: Wanted = {}): Promise<Client> {
  const accountId = await aPerson(site, wanted)
  const token = await site.db.transaction().execute((tx) => startSession(tx, site.deps.now(), accountId))
  const client = site.client()
  client.cookies.set('session', token)
  return client
}

type Place = { brandId: string; storeId: string }

/** A role at one store. */
export const staffAt = ({ brandId, storeId }: Place, rights: Omit<Role, 'role' | 'brandId' | 'storeId'>): Role => ({
  role: 'store_staff',
  brandId,
  storeId,
  ...rights,
})
