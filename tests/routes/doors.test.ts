import { beforeAll, expect, test } from 'vitest'
import type { Permission } from '../../src/domain/people/may'
import { issueAccessToken } from '../../src/domain/people/tokens'
import { newId } from '../../src/domain/shared/ids'
import { isApiPath } from '../../src/routes/kit/api-path'
import { type DeclaredRoute, declaredRoutes } from '../../src/routes/kit/guard'
import { paths } from '../../src/views/paths'
import { aPerson, type Role, signedIn, staffAt } from '../support/people'
import { openSite, type Site } from '../support/site'
import { aBrand, aStore, noon, type Store } from '../support/world'

const names = [
  ...['guest', 'customer', 'P1', 'P2', 'P3', 'P4', 'staff of the next store', 'staff of another brand'],
  ...['admin of the brand', 'admin of another brand', 'boss'],
] as const
type Name = (typeof names)[number]

const all: Name[] = [...names]
const staff = all.filter((name) => name !== 'guest' && name !== 'customer')
const above: Name[] = ['admin of the brand', 'boss']

/** Who passes which door of the store, said once more by hand: this table and may.ts must agree (R30). */
const opens: Record<Permission, Name[]> = {
  public: all,
  machine: all,
  signed_in: all.filter((name) => name !== 'guest'),
  works: staff,
  'office.enter': ['P2', 'P4', ...above],
  'customer.see': ['P1', 'P2', ...above],
  'customer.write': ['P1', ...above],
  'counter.use': ['P1', ...above],
  'kitchen.use': ['P1', ...above],
  'dispatch.use': ['P1', ...above],
  'stock.change': ['P1', ...above],
  'office.see': ['P2', ...above],
  'office.edit': ['P3', ...above],
  'staff.manage': ['P4', ...above],
  'saga.see': ['P2', ...above],
  'saga.push': ['P3', ...above],
  'brand.manage': above,
  'platform.manage': ['boss'],
}

/** Whoever works at the store is told that they may not; for all others it is not there. */
const known: Name[] = ['P1', 'P2', 'P3', 'P4', ...above]

const secret = '只有自己人知道的店'
let site: Site
let here: Store
const sessions = new Map<Name, string>()
const tokens = new Map<Name, string>()
/** The one browser they all sit at, and the token its forms carry. */
let visitor = ''
let formToken = ''

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  const browser = site.client()
  formToken = await browser.ownToken()
  visitor = browser.cookies.get('visitor')!
  here = await aStore(site.db, await aBrand(site.db), { name: secret })
  const next = await aStore(site.db, here)
  const other = await aStore(site.db, await aBrand(site.db))
  const every = { p1: true, p2: true, p3: true, p4: true }
  const roles: Record<Exclude<Name, 'guest'>, Role[]> = {
    customer: [],
    P1: [staffAt(here, { p1: true })],
    P2: [staffAt(here, { p2: true })],
    P3: [staffAt(here, { p3: true })],
    P4: [staffAt(here, { p4: true })],
    'staff of the next store': [staffAt(next, every)],
    'staff of another brand': [staffAt(other, every)],
    'admin of the brand': [{ role: 'brand_admin', brandId: here.brandId }],
    'admin of another brand': [{ role: 'brand_admin', brandId: other.brandId }],
    boss: [{ role: 'boss' }],
  }
  for (const [name, held] of Object.entries(roles)) {
    const client = await signedIn(site, { roles: held })
    sessions.set(name as Name, client.cookies.get('session')!)
    const accountId = await aPerson(site, { roles: held })
    tokens.set(name as Name, await issueAccessToken(site.deps.env.jwtSecret, { accountId, name, grants: [] }, noon))
  }
})

const urlOf = ({ path }: DeclaredRoute): string =>
  path
    .replace(':brand', here.brandSlug)
    .replace(':store', here.storeSlug)
    .replace(':lang', 'en')
    .replace(/:\w+/g, () => newId())

/** Tries a door; streams are let go at once. */
async function knock(route: DeclaredRoute, name: Name) {
  const url = urlOf(route)
  const headers = new Headers({ Origin: 'http://shop.test', 'Accept-Language': 'zh-Hant' })
  const credential = isApiPath(url) ? tokens.get(name) : sessions.get(name)
  if (isApiPath(url)) {
    if (credential) headers.set('Authorization', `Bearer ${credential}`)
  } else headers.set('Cookie', `visitor=${visitor}${credential ? `; session=${credential}` : ''}`)
  const init: RequestInit = { method: route.method, headers }
  if (route.method !== 'GET') {
    headers.set('Content-Type', isApiPath(url) ? 'application/json' : 'application/x-www-form-urlencoded')
    init.body = isApiPath(url) ? '{}' : `csrf=${formToken}`
  }
  const response = await site.app.request(`http://shop.test${url}`, init)
  const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream')
  const text = isStream ? '' : await response.text()
  if (isStream) await response.body?.cancel()
  return { status: response.status, location: response.headers.get('Location') ?? '', text }
}

const isSentToSignIn = ({ status, location }: { status: number; location: string }) =>
  status === 303 && location.startsWith('/sign-in?back=')

const isSignOut = ({ path }: DeclaredRoute) => path === paths.signOut.pattern

function expected(route: DeclaredRoute, name: Name): string {
  if (opens[route.permission].includes(name)) return 'in'
  if (name === 'guest') return isApiPath(route.path) ? '401' : 'sign-in'
  return route.path.includes(':store') && !known.includes(name) ? '404' : '403'
}

test('R30: every route lets in whom its declaration names, tells colleagues no, and shows strangers nothing', async () => {
  // Signing out comes last: it would end the sessions the others are tried with.
  const routes = declaredRoutes(site.app).toSorted((a, b) => Number(isSignOut(a)) - Number(isSignOut(b)))
  expect(routes.length).toBeGreaterThan(60)
  const wrong: string[] = []
  for (const route of routes)
    for (const name of names) {
      const answer = await knock(route, name)
      const want = expected(route, name)
      const is = isSentToSignIn(answer) ? 'sign-in' : String(answer.status)
      // A machine shows its own signature inside, and the API asks inside about the store that the body or the id names.
      const isAskedInside = route.permission === 'machine' || (isApiPath(route.path) && route.permission === 'works')
      const isIn = is !== 'sign-in' && answer.status < 500 && (isAskedInside || !['401', '403'].includes(is))
      if (want === 'in' ? !isIn : is !== want)
        wrong.push(`${route.method} ${route.path} (${route.permission}) for ${name}: ${is}, not ${want}`)
      if (want !== 'in' && answer.text.includes(secret))
        wrong.push(`${route.method} ${route.path} tells ${name} the store's name`)
    }
  expect(wrong).toEqual([])
}, 120_000)

test('complaint 52: a store is found under its own brand alone', async () => {
  const other = await aBrand(site.db)
  const boss = await signedIn(site, { roles: [{ role: 'boss' }] })
  const answer = await boss.get(`/office/${other.brandSlug}/${here.storeSlug}/orders`)
  expect([answer.status, answer.text.includes(secret)]).toEqual([404, false])
})

test('a session that has run out opens nothing', async () => {
  const client = await signedIn(site, { roles: [{ role: 'boss' }] })
  site.setNow(new Date(noon.getTime() + 31 * 86_400_000))
  expect(isSentToSignIn((await client.get('/desks')) as never)).toBe(true)
  site.setNow(noon)
})
