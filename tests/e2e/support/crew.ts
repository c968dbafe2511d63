import { createHash, randomBytes } from 'node:crypto'
import type { Cookie } from '@playwright/test'
import type { Db } from '../../../src/db/connect'
import { placeOrder } from '../../../src/domain/orders/place-order'
import type { Purpose } from '../../../src/domain/people/codes/code'
import { issueCode } from '../../../src/domain/people/codes/issue-code'
import { createCustomer, ensureCustomer } from '../../../src/domain/people/customers'
import { writeNote } from '../../../src/domain/people/customers/write-note'
import { createInvitation } from '../../../src/domain/people/invitations/create-invitation'
import { secretsOf } from '../../../src/domain/people/invitations/secrets'
import { withdrawInvitation } from '../../../src/domain/people/invitations/withdraw-invitation'
import { hashPassword } from '../../../src/domain/people/passwords'
import { saveAddress } from '../../../src/domain/people/profile/address-book'
import { startSession } from '../../../src/domain/people/sessions'
import { createAccount } from '../../../src/domain/people/sign-up'
import { deactivateGrant } from '../../../src/domain/people/staff/set-active'
import { setRights } from '../../../src/domain/people/staff/set-rights'
import { newId } from '../../../src/domain/shared/ids'
import { inTransaction } from '../../../src/domain/shared/in-transaction'
import { ok } from '../../../src/domain/shared/result'
import { placeInput } from '../../support/orders'
import { act, customerCtx, must, type Store, staffCtx } from '../../support/world'
import type { NoodleShop } from './shops'

export type Rights = Partial<Record<'p1' | 'p2' | 'p3' | 'p4', boolean>>
export type Somebody = { accountId: string; name: string; username: string; phone: string; cookie: Session }
export type Session = Pick<Cookie, 'name' | 'value'>

/** The people around a shop, each with a browser, and what their pages show. */
export type Crew = {
  manager: Somebody
  /** Admin of the brand. */
  keeper: Somebody
  /** Has ordered here, and keeps an address. */
  customer: Somebody
  /** Grants by whose they are. */
  grants: { helper: string; left: string }
  invitations: { open: { id: string; token: string }; withdrawn: { token: string } }
  customers: { known: string; written: string }
  /** A tablet of the store, and its cookie. */
  tablet: { id: string; cookie: Session }
  /** An entry of the log with a before and an after. */
  entry: string
}

/** Letters only: digits by chance could be somebody's phone number, which no username may be. */
export const aUsername = () =>
  `e2e-${newId()
    .slice(-12)
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!)}`

/** A mobile number nobody has. */
export const aMobile = () => `+8869${String(Number.parseInt(newId().slice(-10), 16) % 100_000_000).padStart(8, '0')}`

/** Somebody with an account, its phone verified, already signed in; the password is the username. */
export async function somebody(db: Db, name: string): Promise<Somebody> {
  const now = new Date()
  const [username, phone] = [aUsername(), aMobile()]
  const passwordHash = await hashPassword(username)
  return db.transaction().execute(async (tx) => {
    const account = { username, phone, name, passwordHash, phoneVerifiedAt: now }
    const { accountId } = must(await createAccount(tx, now, account))
    const token = await startSession(tx, now, accountId, undefined, { browser: chrome, address: '61.231.10.15' })
    return { accountId, name, username, phone, cookie: { name: 'session', value: token } }
  })
}

const chrome = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

/** Gives somebody rights at a store; without rights they are admin of its brand. Gives the grant's id. */
export async function hire(db: Db, { accountId }: Somebody, { brandId, storeId }: Store, rights?: Rights) {
  const id = newId()
  const grant = rights
    ? { role: 'store_staff' as const, brandId, storeId, ...rights }
    : { role: 'brand_admin' as const, brandId }
  await db
    .insertInto('staffGrant')
    .values({ id, accountId, ...grant })
    .execute()
  return id
}

/** A code on its way to somebody's phone, asked for by the browser of `visitor` (the cookie's hash). Gives its page's id. */
export const aCode = async (
  db: Db,
  purpose: Purpose,
  who: { phone: string; accountId: string | null },
  visitor: string,
) =>
  must(
    await inTransaction(db, async (tx) =>
      ok(
        await issueCode(tx, new Date(), 'a secret of the tests', {
          ...{ purpose, visitor, payload: {}, lang: 'zh-Hant' as const, phone: who.phone },
          accountId: who.accountId,
        }),
      ),
    ),
  )

export async function aCrew(db: Db, shop: NoodleShop): Promise<Crew> {
  const now = new Date()
  const people = ['張雅婷', '徐志豪', '吳佩珊', '劉思妤', '林書宇'].map((name) => somebody(db, name))
  const [manager, keeper, helper, left, customer] = (await Promise.all(people)) as [
    ...[Somebody, Somebody, Somebody, Somebody, Somebody],
  ]
  const all = { p1: true, p2: true, p3: true, p4: true }
  await hire(db, manager, shop, all)
  await hire(db, keeper, shop)
  const grants = {
    helper: await hire(db, helper, shop, { p1: true }),
    left: await hire(db, left, shop, { p1: true, p2: true }),
  }
  const by = staffCtx(shop, { now, accountId: manager.accountId, name: manager.name })
  must(await act(db, setRights, by, { changes: [{ grantId: grants.helper, right: 'p2', value: true }] }))
  must(await act(db, deactivateGrant, by, { grantId: grants.left }))
  const rights = { p1: true, p2: false, p3: false, p4: false }
  const invited = async (name: string) => {
    const [id, secret] = [newId(), 'a secret of the tests']
    must(await act(db, createInvitation, by, { key: id, name, rights, secret }))
    return { id, token: secretsOf(secret, id).token }
  }
  const open = await invited('黃冠宇')
  const withdrawn = await invited('蔡宜君')
  must(await act(db, withdrawInvitation, by, { id: withdrawn.id }))

  const known = await db.transaction().execute((tx) => ensureCustomer(tx, by, customer.accountId))
  const order = placeInput(shop, {
    contactName: customer.name,
    lines: [{ dishId: shop.noodles, optionIds: [shop.thin], quantity: 2 }],
  })
  must(await act(db, placeOrder, customerCtx(shop, customer.accountId, now), order))
  must(
    await inTransaction(db, (tx) =>
      saveAddress(tx, now, customer.accountId, { label: '家', address: '永康街 31 巷 4 號', isDefault: true }),
    ),
  )
  const written = must(await act(db, createCustomer, by, { name: '林小姐', phone: customer.phone })).id
  must(await act(db, writeNote, by, { key: newId(), customerId: known, text: '對花生過敏，備註一定要看' }))
  const entry = await db
    .selectFrom('auditLog')
    .select('id')
    .where('brandId', '=', shop.brandId)
    .where('action', '=', 'staff.rights')
    .executeTakeFirstOrThrow()
  return {
    ...{ manager, keeper, customer, grants },
    invitations: { open, withdrawn },
    customers: { known, written },
    tablet: await aTablet(db, shop, manager),
    entry: entry.id,
  }
}

/** A tablet that the store paired. */
async function aTablet(
  db: Db,
  { brandId, storeId }: Store,
  { accountId: pairedBy }: Somebody,
): Promise<Crew['tablet']> {
  const value = randomBytes(24).toString('base64url')
  const tokenHash = createHash('sha256').update(value).digest('hex')
  const [id, now] = [newId(), new Date()]
  const row = { brandId, id, storeId, kind: 'counter' as const, name: '櫃檯 1', tokenHash, pairedBy }
  await db
    .insertInto('device')
    .values({ ...row, pairedAt: now, lastSeenAt: now })
    .execute()
  return { id, cookie: { name: 'device', value } }
}
