import { sign } from 'hono/jwt'
import { beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../src/domain/people/rate-limit'
import { apiOf, tokenOf } from '../support/api'
import { aPerson, signedIn } from '../support/people'
import { openSite, type Site } from '../support/site'
import { aShop, noon } from '../support/world'

let site: Site
const password = '牛肉麵加蛋123'
const me = '/orchestration/users/me'
let count = 0

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  await aShop(site.db)
})

async function caller(isBoss = false) {
  const username = `caller-${'abcdefghijklmnopqrstuvwxyz'[count % 26]}${'abcdefghij'[Math.floor(count++ / 26)]}`
  const id = await aPerson(site, { username, password, ...(isBoss ? { roles: [{ role: 'boss' as const }] } : {}) })
  return { id, username, token: await tokenOf(site, username, password) }
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const read = (piece: string | undefined) => JSON.parse(Buffer.from(piece ?? '', 'base64url').toString()) as object
const call = (token: string) => apiOf(site, token).get<{ code?: string; detail?: string }>(me)

test('a token as it was given is let in', async () => {
  const { token, id } = await caller()
  expect((await apiOf(site, token).get(me)).body).toMatchObject({ id, role: 'customer' })
})

describe('a token that was tampered with is 401, and says nothing of why', () => {
  const forge: Record<
    string,
    (head: string, claims: string, signature: string, secret: string) => string | Promise<string>
  > = {
    'without an algorithm': (_, claims) => `${part({ alg: 'none', typ: 'JWT' })}.${claims}.`,
    'without an algorithm, in capitals': (_, claims, signature) => `${part({ alg: 'NONE' })}.${claims}.${signature}`,
    'of another key': (_, claims) => sign({ ...read(claims) }, 'another key, long enough to be one', 'HS256'),
    'of an empty key': (_, claims) => sign({ ...read(claims) }, '\0', 'HS256'),
    'of another algorithm': (_, claims, __, secret) => sign({ ...read(claims) }, secret, 'HS512'),
    'with another role': (head, claims, signature) =>
      `${head}.${part({ ...read(claims), role: 'admin' })}.${signature}`,
    'with a later end': (head, claims, signature) =>
      `${head}.${part({ ...read(claims), exp: 9_999_999_999 })}.${signature}`,
    'without an end': (_, claims, __, secret) => sign({ ...read(claims), exp: 'never' as never }, secret, 'HS256'),
    'that has run out': (_, claims, __, secret) =>
      sign({ ...read(claims), exp: noon.getTime() / 1000 }, secret, 'HS256'),
    'for nobody': (_, claims, __, secret) => sign({ ...read(claims), sub: undefined }, secret, 'HS256'),
    'for what is no account': (_, claims, __, secret) =>
      sign({ ...read(claims), sub: "' or true --" }, secret, 'HS256'),
    'cut short': (head, claims, signature) => `${head}.${claims}.${signature.slice(0, -4)}`,
    'made of nonsense': () => 'a.b.c',
    'that is empty': () => '',
  }
  test.each(Object.entries(forge))('%s', async (_what, forged) => {
    const { token } = await caller()
    const [head = '', claims = '', signature = ''] = token.split('.')
    const answer = await call(await forged(head, claims, signature, site.deps.env.jwtSecret))
    expect([answer.status, answer.body.code, answer.body.detail]).toEqual([401, 'unauthorized', undefined])
  })
})

describe('a token is worth nothing any more', () => {
  test('half an hour later', async () => {
    const { token } = await caller()
    site.setNow(new Date(noon.getTime() + 1_800_000))
    const { status } = await call(token)
    site.setNow(noon)
    expect(status).toBe(401)
  })

  test('once its account is closed', async () => {
    const { id, token } = await caller()
    await site.db.updateTable('account').set({ isActive: false }).where('id', '=', id).execute()
    expect((await call(token)).status).toBe(401)
  })

  test('once its owner has left', async () => {
    const { username, token } = await caller()
    const client = site.client()
    await client.post('/sign-in', { login: username, password })
    await client.post('/account/deletion', { proof: password, sure: '1' })
    expect((await call(token)).status).toBe(401)
  })

  test('once the password is another; a new one is', async () => {
    const { username, token } = await caller()
    const client = site.client()
    await client.post('/sign-in', { login: username, password })
    await client.post('/account/password', { proof: password, password: 'another good one' })
    expect((await call(token)).status).toBe(401)
    expect((await call(await tokenOf(site, username, 'another good one'))).status).toBe(200)
  })

  test('for what its owner may not do any more', async () => {
    const { id, token } = await caller(true)
    const saga = () => apiOf(site, token).get('/orchestration/sagas/00000000-0000-7000-8000-000000000000')
    expect((await saga()).status).toBe(404)
    await site.db.updateTable('staffGrant').set({ isActive: false }).where('accountId', '=', id).execute()
    expect((await saga()).status).toBe(403)
  })
})

test('a session cookie opens no API, and a token opens no page', async () => {
  const boss = await signedIn(site, { roles: [{ role: 'boss' }] })
  expect((await boss.get(me)).status).toBe(401)
  const { token } = await caller(true)
  const page = await site.client().get('/platform', { Authorization: `Bearer ${token}` })
  expect(page.location).toMatch(/^\/sign-in/)
})

test('R32: guessing at /token is refused after ten tries, also for the right password', async () => {
  const { username } = await caller()
  await site.db.deleteFrom('rateLimit').execute()
  const ask = (typed: string) =>
    site.app.request('http://shop.test/token', {
      method: 'POST',
      body: new URLSearchParams({ username, password: typed }),
    })
  for (let n = 0; n < limits.signIn.limit; n++) expect((await ask('a wrong guess')).status).toBe(401)
  expect((await ask(password)).status).toBe(429)
})
