import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { paths } from '../../src/views/paths'
import type { Client } from '../support/client'
import { aPerson, signedIn, staffAt } from '../support/people'
import { openSite, type Site } from '../support/site'
import { aBrand, aStore, noon, type Store } from '../support/world'

let site: Site
let here: Store
let next: Store
let elsewhere: Store
let at: { brand: string; store: string }

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  here = await aStore(site.db, await aBrand(site.db))
  next = await aStore(site.db, here)
  elsewhere = await aStore(site.db, await aBrand(site.db))
  at = { brand: here.brandSlug, store: here.storeSlug }
})
beforeEach(async () => {
  await site.db.deleteFrom('staffGrant').execute()
})

const key = () => crypto.randomUUID()
const grants = () =>
  site.db
    .selectFrom('staffGrant')
    .select(['role', 'accountId', 'p1', 'p2', 'p3', 'p4', 'isActive'])
    .orderBy('id')
    .execute()
const asked = () =>
  site.db.selectFrom('staffInvitation').select(['role', 'p1', 'p2', 'p3', 'p4']).orderBy('id').execute()
const grantOf = async (accountId: string) =>
  (await site.db.selectFrom('staffGrant').select('id').where('accountId', '=', accountId).executeTakeFirstOrThrow()).id

describe('R30: nobody gives what is not theirs to give', () => {
  test('who manages staff makes nobody an admin or a boss, whatever the form says', async () => {
    const manager = await signedIn(site, { roles: [staffAt(here, { p4: true, p1: true })] })
    const before = (await asked()).length
    const form = {
      key: key(),
      name: '阿強',
      role: 'brand_admin',
      rights: 'brand_admin',
      brandId: here.brandId,
      storeId: '',
    }
    expect((await manager.post(paths.officeInvitations.href(at), form)).status).toBe(422)
    const boastful = { ...form, key: key(), right: ['p1', 'brand_admin', 'boss'], role: 'boss' }
    expect((await manager.post(paths.officeInvitations.href(at), boastful)).status).toBe(303)
    const made = (await asked()).slice(before)
    expect(made).toEqual([{ role: 'store_staff', p1: true, p2: false, p3: false, p4: false }])
    expect(
      (await manager.post(paths.platformInvitations.href({}), { key: key(), name: '我', brand: here.brandId })).status,
    ).toBe(403)
  })

  test.each(['p2', 'p3'])('who lacks %s gives it to nobody, by invitation or by a tick', async (right) => {
    const manager = await signedIn(site, { roles: [staffAt(here, { p4: true, p1: true })] })
    const colleague = await grantOf(await aPerson(site, { roles: [staffAt(here, { p1: true })] }))
    const before = [await grants(), await asked()]
    expect((await manager.post(paths.officeInvitations.href(at), { key: key(), name: '阿強', right })).status).toBe(422)
    const ticks = { was: `${colleague}.p1`, right: [`${colleague}.p1`, `${colleague}.${right}`] }
    for (const url of [paths.officeStaffPersonRights.href({ ...at, id: colleague }), paths.officeStaffRights.href(at)])
      expect((await manager.post(url, ticks)).status).toBe(422)
    expect([await grants(), await asked()]).toEqual(before)
  })

  test('an admin names no admin of a brand, not even of their own', async () => {
    const admin = await signedIn(site, { roles: [{ role: 'brand_admin', brandId: here.brandId }] })
    const before = await asked()
    for (const brand of [here.brandId, elsewhere.brandId])
      expect((await admin.post(paths.platformInvitations.href({}), { key: key(), name: '我', brand })).status).toBe(403)
    await admin.post(paths.officeInvitations.href(at), {
      key: key(),
      name: '我',
      role: 'brand_admin',
      rights: 'brand_admin',
    })
    expect(await asked()).toEqual(before)
  })

  test('a form of one store changes nobody at another, nor of another brand', async () => {
    const everything = { p1: true, p2: true, p3: true, p4: true }
    const manager = await signedIn(site, { roles: [staffAt(here, everything)] })
    const own = await grantOf(await aPerson(site, { roles: [staffAt(here, { p1: true })] }))
    const others = [
      await grantOf(await aPerson(site, { roles: [staffAt(next, { p1: true })] })),
      await grantOf(await aPerson(site, { roles: [staffAt(elsewhere, { p1: true })] })),
      await grantOf(await aPerson(site, { roles: [{ role: 'brand_admin', brandId: here.brandId }] })),
      await grantOf(await aPerson(site, { roles: [{ role: 'boss' }] })),
    ]
    const before = await grants()
    for (const id of others) {
      const answers = [
        await manager.get(paths.officeStaffPerson.href({ ...at, id })),
        await manager.post(paths.officeStaffPersonRights.href({ ...at, id }), { right: `${id}.p4` }),
        await manager.post(paths.officeStaffPersonRights.href({ ...at, id: own }), { right: `${id}.p4` }),
        await manager.post(paths.officeStaffRights.href(at), { right: [`${id}.p2`, `${own}.p2`], was: `${own}.p2` }),
        await manager.post(paths.officeStaffDeactivation.href({ ...at, id })),
        await manager.post(paths.officeStaffReactivation.href({ ...at, id })),
      ]
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
    }
    expect(await grants()).toEqual(before)
  })

  test('what is no id in a form of ticks is not looked for', async () => {
    const manager = await signedIn(site, { roles: [staffAt(here, { p1: true, p4: true })] })
    for (const id of ['-'.repeat(36), "' or true --"])
      expect((await manager.post(paths.officeStaffRights.href(at), { right: `${id}.p1` })).status).toBe(303)
  })

  test('nobody ends their own place at a store', async () => {
    const accountId = await aPerson(site, {
      username: 'lonely',
      password: 'a long password',
      roles: [staffAt(here, { p4: true })],
    })
    const client = site.client()
    await client.post(paths.signIn.href({}), { login: 'lonely', password: 'a long password' })
    expect(
      (await client.post(paths.officeStaffDeactivation.href({ ...at, id: await grantOf(accountId) }))).status,
    ).toBe(422)
  })
})

describe('the last boss stays', () => {
  async function aBoss(name: string): Promise<{ client: Client; grant: string; name: string }> {
    const username = `boss-${name}-${crypto.randomUUID().replace(/[^a-f]/g, '')}`
    const accountId = await aPerson(site, { username, password: 'a long password', roles: [{ role: 'boss' }] })
    const client = site.client()
    await client.post(paths.signIn.href({}), { login: username, password: 'a long password' })
    return { client, grant: await grantOf(accountId), name }
  }
  const end = (boss: { client: Client }, id: string) => boss.client.post(paths.platformDeactivation.href({ id }))
  const left = async () => (await grants()).filter(({ role, isActive }) => role === 'boss' && isActive).length

  test('alone they cannot end themselves', async () => {
    const boss = await aBoss('one')
    expect([(await end(boss, boss.grant)).status, await left()]).toEqual([422, 1])
  })

  test('two who end each other at the same instant leave one', async () => {
    for (let round = 0; round < 8; round++) {
      await site.db.deleteFrom('staffGrant').execute()
      const [one, two] = [await aBoss('one'), await aBoss('two')]
      const answers = await Promise.all([end(one, two.grant), end(two, one.grant)])
      expect([answers.filter(({ status }) => status >= 500), await left()]).toEqual([[], 1])
    }
  }, 30_000)

  test('two who each end themselves at the same instant leave one', async () => {
    const [one, two] = [await aBoss('one'), await aBoss('two')]
    const answers = await Promise.all([end(one, one.grant), end(two, two.grant)])
    expect([answers.map(({ status }) => status).sort(), await left()]).toEqual([[303, 422], 1])
  })

  test('two who delete their accounts at the same instant leave one', async () => {
    const both = [await aBoss('one'), await aBoss('two')]
    const leave = ({ client }: { client: Client }) =>
      client.post(paths.accountDeletion.href({}), { proof: 'a long password', sure: '1' })
    const answers = await Promise.all(both.map(leave))
    expect([answers.filter(({ status }) => status >= 500), await left()]).toEqual([[], 1])
  })
})
