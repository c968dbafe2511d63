import { expect } from 'vitest'
import { hashPassword } from '../../src/domain/people/passwords'
import { paths } from '../../src/views/paths'
import type { Client } from './client'
import { aPerson, signedIn, staffAt } from './people'
import type { Site } from './site'

type Place = { brandId: string; storeId: string; brandSlug: string; storeSlug: string }
export const slugs = ({ brandSlug: brand, storeSlug: store }: Place) => ({ brand, store })

/** The six letters that a tablet shows. */
export async function codeOn(tablet: Client): Promise<string> {
  const page = await tablet.get(paths.counterPair.href({}))
  const letters = /aria-label="配對碼 ([^"]+)"/.exec(page.text)?.[1]
  expect(letters, page.text).toBeDefined()
  return letters!.replaceAll(' ', '')
}

/** Somebody who manages the staff of a store, and works its counter. */
export const aManager = (site: Site, place: Place, name = '周店長'): Promise<Client> =>
  signedIn(site, { name, roles: [staffAt(place, { p1: true, p4: true })] })

/** A tablet that belongs to the store. */
export async function aTablet(site: Site, place: Place, name = '櫃檯 1', by?: Client): Promise<Client> {
  const tablet = site.client()
  const manager = by ?? (await aManager(site, place))
  const answer = await manager.post(paths.officeTablets.href(slugs(place)), { code: await codeOn(tablet), name })
  expect(answer.status, answer.text).toBe(303)
  expect((await tablet.get(paths.counterPair.href({}))).location).toBe(paths.counterQueue.href(slugs(place)))
  return tablet
}

/** Somebody of the store's counter with this PIN. */
export async function withPin(site: Site, place: Place, pin: string | null, name = '黃小芸'): Promise<string> {
  const accountId = await aPerson(site, { name, roles: [staffAt(place, { p1: true, p2: true })] })
  const pinHash = pin === null ? null : await hashPassword(pin)
  await site.db.updateTable('account').set({ pinHash }).where('id', '=', accountId).execute()
  return accountId
}

/** Types a PIN on a tablet, as the form sends it. */
export const typePin = (tablet: Client, place: Place, who: string, pin: string, back?: string) =>
  tablet.post(paths.counterPin.href(slugs(place)), { who, pin, back })

export const auditOf = (site: Site, place: Place) =>
  site.db
    .selectFrom('auditLog')
    .select(['action', 'actor', 'accountId', 'deviceId', 'subjectId', 'before', 'after'])
    .where('storeId', '=', place.storeId)
    .orderBy('id')
    .execute()
