import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DeclaredRoute, declaredRoutes } from '../../src/routes/kit/guard'
import { openStreams } from '../../src/routes/kit/metrics'
import { paths } from '../../src/views/paths'
import { signedIn } from '../support/people'
import { openSite, type Site } from '../support/site'
import { aBrand, noon } from '../support/world'
import { expected } from './doors/expected'
import { aHouse, type House } from './doors/house'
import { type Answer, knock, type Way } from './doors/knock'
import { type Name, names } from './doors/people'
import { snapshot } from './doors/snapshot'
import { bySecret, plain, tells } from './doors/tells'

let site: Site
let house: House
let routes: DeclaredRoute[]

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  house = await aHouse(site)
  routes = declaredRoutes(site.app)
})

// Everybody tries from one address here; the limits have tests of their own.
beforeEach(async () => {
  await site.db.deleteFrom('rateLimit').execute()
})

const label = ({ method, path, permission }: DeclaredRoute) => `${method} ${path} (${permission})`
const seen = new Map<string, Answer>()

/** Every mark in this body that this person may not read. */
const leaks = (name: Name, { text }: Answer): string[] =>
  Object.entries(house.marks).flatMap(([key, mark]) =>
    text.includes(mark.text) && !mark.readers.includes(name) ? [key] : [],
  )

/** Tries one door as one person; what is wrong about the answer. */
async function tried(
  route: DeclaredRoute,
  name: Name,
  way: Way,
  isRight: (answer: Answer) => boolean,
): Promise<string[]> {
  const answer = await knock(site, house, route, name, way)
  if (way === 'page') seen.set(`${route.path} ${name}`, answer)
  const who = `${label(route)} as ${way} for ${name}`
  return [
    ...(isRight(answer) ? [] : [`${who}: ${answer.is}, not ${expected(route, name, house)}`]),
    ...leaks(name, answer).map((key) => `${who} tells the ${key}`),
  ]
}

async function walk(
  walked: DeclaredRoute[],
  way: Way,
  isRight: (route: DeclaredRoute, name: Name, answer: Answer) => boolean,
) {
  const wrong: string[] = []
  for (const route of walked)
    for (const name of names) wrong.push(...(await tried(route, name, way, (answer) => isRight(route, name, answer))))
  return wrong
}

const isReading = ({ method }: DeclaredRoute) => method === 'GET'

describe('R30: every door × everybody', () => {
  test.each(['page', 'panel', 'head'] as const)(
    'every %s answers as its route declares, and tells a stranger not one datum',
    async (way) => {
      const readable = routes.filter(isReading)
      expect(readable.length).toBeGreaterThan(60)
      const wrong = await walk(readable, way, ({ path, permission }, name, answer) => {
        const want = expected({ method: 'GET', path, permission }, name, house)
        if (way === 'head' && answer.text !== '') return false
        if (want !== 'in') return answer.is === want
        return bySecret.has(path) ? ['401', '404'].includes(answer.is) : answer.is !== 'sign-in' && answer.status < 400
      })
      expect(wrong).toEqual([])
    },
    60_000,
  )

  test('what each page tells is what its own people read there', () => {
    const untold = routes.filter(isReading).flatMap(({ path }) => {
      if (plain.has(path) || bySecret.has(path) || path.endsWith('/stream')) return []
      const told = tells[path]
      if (!told) return [`${path}: say in tests/routes/doors/tells.ts what it tells to whom`]
      return told.flatMap(([key, to]) =>
        seen.get(`${path} ${to}`)?.text.includes(house.marks[key].text)
          ? []
          : [`${path} does not tell ${to} the ${key}`],
      )
    })
    expect(untold).toEqual([])
  })

  test('no stream stays open for a browser that only asked for its head, or went away', async () => {
    expect((await openStreams.get()).values[0]?.value).toBe(0)
  })

  test('what strangers send changes nothing, whatever it names', async () => {
    const before = await snapshot(site.db, house.ids.cartLine)
    const wrong: string[] = []
    for (const route of routes.filter((one) => !isReading(one)))
      for (const name of names) {
        const want = expected(route, name, house)
        if (want !== 'in') wrong.push(...(await tried(route, name, 'send', (answer) => answer.is === want)))
        // Doors that are open to all, and lines of a cart that belong to one.
        else if (route.path.startsWith(paths.cartLines.pattern) && name !== 'customer')
          wrong.push(...(await tried(route, name, 'send', (answer) => answer.status < 500)))
      }
    expect(wrong).toEqual([])
    expect(await snapshot(site.db, house.ids.cartLine)).toEqual(before)
  }, 60_000)

  test('what the people of the house send is let in', async () => {
    // What ends sessions comes last: others are still to be tried with them.
    const ends = [paths.accountSessions.pattern, paths.signOut.pattern] as string[]
    const sent = routes.filter((route) => !isReading(route))
    const wrong = await walk(
      sent.toSorted((a, b) => ends.indexOf(a.path) - ends.indexOf(b.path)),
      'send',
      (route, name, answer) => {
        if (expected(route, name, house) !== 'in') return true
        // A machine shows its own signature inside.
        const refusals = route.permission === 'machine' ? [] : ['401', '403', 'sign-in']
        return answer.status < 500 && !refusals.includes(answer.is)
      },
    )
    expect(wrong).toEqual([])
  }, 60_000)
})

test('complaint 52: a store is found under its own brand alone', async () => {
  const other = await aBrand(site.db)
  const boss = await signedIn(site, { roles: [{ role: 'boss' }] })
  const answer = await boss.get(`/office/${other.brandSlug}/${house.shop.storeSlug}/orders`)
  expect([answer.status, answer.text.includes(house.marks.order.text)]).toEqual([404, false])
})

test('a session that has run out opens nothing', async () => {
  const client = await signedIn(site, { roles: [{ role: 'boss' }] })
  site.setNow(new Date(noon.getTime() + 31 * 86_400_000))
  expect((await client.get('/desks')).location).toMatch(/^\/sign-in\?back=/)
  site.setNow(noon)
})
