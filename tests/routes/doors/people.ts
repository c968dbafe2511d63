import { startSession } from '../../../src/domain/people/sessions'
import { issueAccessToken } from '../../../src/domain/people/tokens'
import type { Client } from '../../support/client'
import { aPerson, type Role, staffAt } from '../../support/people'
import type { Site } from '../../support/site'
import { noon } from '../../support/world'

export const names = [
  ...(['guest', 'customer', 'other customer'] as const),
  ...(['P1', 'P2', 'P3', 'P4'] as const),
  ...(['P1 next door', 'P2 next door', 'P3 next door', 'P4 next door'] as const),
  ...(['P1 elsewhere', 'P2 elsewhere', 'P3 elsewhere', 'P4 elsewhere'] as const),
  ...(['admin', 'admin elsewhere', 'boss'] as const),
]
export type Name = (typeof names)[number]

/** Whoever works at the store. */
export const known: readonly Name[] = ['P1', 'P2', 'P3', 'P4', 'admin', 'boss']
export const staff: readonly Name[] = names.filter((name) => !['guest', 'customer', 'other customer'].includes(name))

type Place = { brandId: string; storeId: string }
export type Stores = { here: Place; next: Place; elsewhere: Place }

function rolesOf(name: Name, { here, next, elsewhere }: Stores): Role[] {
  if (name === 'boss') return [{ role: 'boss' }]
  if (name === 'admin') return [{ role: 'brand_admin', brandId: here.brandId }]
  if (name === 'admin elsewhere') return [{ role: 'brand_admin', brandId: elsewhere.brandId }]
  const right = /^P(\d)( next door| elsewhere)?$/.exec(name)
  if (!right) return []
  const place = right[2] === undefined ? here : right[2] === ' elsewhere' ? elsewhere : next
  return [staffAt(place, { [`p${right[1]}`]: true })]
}

/** Somebody at a browser of their own: their cookies, their forms' token, and a token for the API. */
export type Person = { accountId: string; client: Client; formToken: string; apiToken: string | null }
export type People = Record<Name, Person>

/** Everybody who may knock, each signed in at a browser of their own. `marked` are the customer's own words for name and email. */
export async function everybody(site: Site, stores: Stores, marked: { email: string }): Promise<People> {
  const people = {} as People
  for (const name of names) {
    const client = site.client()
    const formToken = await client.ownToken()
    if (name === 'guest') {
      people[name] = { accountId: '', client, formToken, apiToken: null }
      continue
    }
    const own = name === 'customer' ? { email: marked.email } : {}
    const accountId = await aPerson(site, { roles: rolesOf(name, stores), ...own })
    const session = await site.db.transaction().execute((tx) => startSession(tx, noon, accountId))
    client.cookies.set('session', session)
    const apiToken = await issueAccessToken(site.db, site.deps.env.jwtSecret, accountId, noon)
    people[name] = { accountId, client, formToken, apiToken }
  }
  return people
}
