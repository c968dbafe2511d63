import { beforeAll, describe, expect, test } from 'vitest'
import { deactivateGrant } from '../../src/domain/people/staff/set-active'
import { paths } from '../../src/views/paths'
import type { Client } from '../support/client'
import { codeOn } from '../support/codes'
import { aPerson, staffAt } from '../support/people'
import { openSite, type Site } from '../support/site'
import { aBrand, act, aStore, must, noon, type Store, staffCtx } from '../support/world'

let site: Site
let store: Store
let count = 0
const password = '牛肉麵加蛋123'
const account = paths.account.href({})

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  store = await aStore(site.db, await aBrand(site.db))
})

type Owner = { id: string; username: string; phone: string; client: Client }

/** Somebody who is signed in, and a thief who copied their cookies. */
async function robbed(): Promise<{ owner: Owner; thief: Client }> {
  const username = `owner-${'abcdefghij'[++count % 10]}${'klmnopqrst'[Math.floor(count / 10)]}`
  const id = await aPerson(site, { username, password, roles: [staffAt(store, { p1: true, p2: true })] })
  const phone = `+8869${40_000_000 + count}`
  await site.db.updateTable('account').set({ phone, phoneVerifiedAt: noon }).where('id', '=', id).execute()
  const client = site.client()
  await client.post(paths.signIn.href({}), { login: username, password })
  const thief = site.client()
  for (const [name, value] of client.cookies) thief.cookies.set(name, value)
  expect((await thief.get(account)).status).toBe(200)
  return { owner: { id, username, phone, client }, thief }
}

/** Opens nothing: neither the person's own page nor where they work. */
async function isOut(thief: Client): Promise<boolean> {
  const at = { brand: store.brandSlug, store: store.storeSlug }
  const doors = [account, paths.counterQueue.href(at), paths.counterStream.href(at)]
  const answers = await Promise.all(doors.map((door) => thief.get(door)))
  return answers.every(({ location }) => location?.startsWith('/sign-in?back='))
}

describe('R32: a stolen cookie is worth nothing', () => {
  test('after the password is changed', async () => {
    const { owner, thief } = await robbed()
    await owner.client.post(paths.accountPassword.href({}), { proof: password, password: 'another good one' })
    expect([await isOut(thief), (await owner.client.get(account)).status]).toEqual([true, 200])
  })

  test('after the password is set anew by a code, from another browser', async () => {
    const { owner, thief } = await robbed()
    const elsewhere = site.client()
    const page = (await elsewhere.post(paths.reset.href({}), { phone: owner.phone })).location!
    await elsewhere.post(page, { code: codeOn((await elsewhere.get(page)).text), password: 'another good one' })
    expect([await isOut(thief), await isOut(owner.client)]).toEqual([true, true])
    expect((await elsewhere.get(account)).status).toBe(200)
  })

  test('after signing out elsewhere, from a session of one’s own', async () => {
    const { owner, thief } = await robbed()
    const home = site.client()
    await home.post(paths.signIn.href({}), { login: owner.username, password })
    await home.post(paths.accountSessions.href({}))
    expect([await isOut(thief), (await home.get(account)).status]).toEqual([true, 200])
  })

  test('after signing out', async () => {
    const { owner, thief } = await robbed()
    await owner.client.post(paths.signOut.href({}))
    expect(await isOut(thief)).toBe(true)
  })

  test('after the account is gone', async () => {
    const { owner, thief } = await robbed()
    await owner.client.post(paths.accountDeletion.href({}), { proof: password, sure: '1' })
    expect(await isOut(thief)).toBe(true)
  })

  test('after the account is closed', async () => {
    const { owner, thief } = await robbed()
    await site.db.updateTable('account').set({ isActive: false }).where('id', '=', owner.id).execute()
    expect(await isOut(thief)).toBe(true)
  })

  test('at work, after its owner was let go', async () => {
    const { owner, thief } = await robbed()
    const grant = site.db.selectFrom('staffGrant').select('id').where('accountId', '=', owner.id)
    const { id: grantId } = await grant.executeTakeFirstOrThrow()
    const manager = staffCtx(store, { accountId: await aPerson(site) })
    must(await act(site.db, deactivateGrant, manager, { grantId }))
    const at = { brand: store.brandSlug, store: store.storeSlug }
    for (const door of [paths.counterQueue, paths.counterStream, paths.officeOrders])
      expect((await thief.get(door.href(at))).status).toBe(404)
  })
})

describe('R32: a session that was planted becomes nobody’s', () => {
  const plant = (client: Client) => client.cookies.set('session', 'p'.repeat(40))

  test('by signing in', async () => {
    const { owner } = await robbed()
    const victim = site.client()
    plant(victim)
    await victim.post(paths.signIn.href({}), { login: owner.username, password })
    expect(victim.cookies.get('session')).not.toBe('p'.repeat(40))
    const thief = site.client()
    plant(thief)
    expect(await isOut(thief)).toBe(true)
  })

  test('by signing up', async () => {
    const victim = site.client()
    const asked = { name: '阿寶', phone: '0955111222', login: 'bao-bao', password }
    const page = (await victim.post(paths.signUp.href({}), asked)).location!
    plant(victim)
    await victim.post(page, { code: codeOn((await victim.get(page)).text) })
    expect(victim.cookies.get('session')).toMatch(/^(?!p{40}).{20,}$/)
  })

  test('every way in gives a token that nobody had before', async () => {
    const { owner } = await robbed()
    const tokens = [owner.client.cookies.get('session')]
    await owner.client.post(paths.accountPassword.href({}), { proof: password, password: 'another good one' })
    tokens.push(owner.client.cookies.get('session'))
    await owner.client.post(paths.signOut.href({}))
    await owner.client.post(paths.signIn.href({}), { login: owner.username, password: 'another good one' })
    tokens.push(owner.client.cookies.get('session'))
    expect(new Set(tokens).size).toBe(3)
  })
})

test('a session cookie is unreadable to scripts, stays on this host and is not sent along by other sites', async () => {
  const username = 'cookie-owner'
  await aPerson(site, { username, password })
  const answer = await site.client().post(paths.signIn.href({}), { login: username, password })
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('session='))!
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part)
  expect(cookie).not.toContain('Domain')
})

test('in production cookies are secure, under the __Host- prefix', async () => {
  const own = await openSite(site)
  own.deps.env = { ...own.deps.env, isProduction: true }
  const answer = await own.client().get(paths.signIn.href({}))
  const cookie = answer.headers.getSetCookie().find((one) => one.includes('visitor='))!
  expect(cookie).toMatch(/^__Host-visitor=.*Secure/)
})
