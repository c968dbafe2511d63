import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import { signedIn, staffAt } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { aBrand, aStore, noon, type Store } from '../../support/world'

let site: Site
let here: Store
let sister: Store
let strange: Store
const url = paths.desks.href({})
const at = ({ brandSlug, storeSlug }: Store) => ({ brand: brandSlug, store: storeSlug })

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  here = await aStore(site.db, await aBrand(site.db))
  sister = await aStore(site.db, here, { name: '公館店' })
  strange = await aStore(site.db, await aBrand(site.db, { name: '青葉茶' }), { name: '師大店' })
})

test('P1 finds counter, kitchen and deliveries of their store, not its office', async () => {
  const { text } = await (await signedIn(site, { roles: [staffAt(here, { p1: true })] })).get(url)
  for (const path of [paths.counterQueue, paths.kitchenBoard, paths.dispatch])
    expect(text).toContain(path.href(at(here)))
  expect(text).toContain(paths.officeCustomers.href(at(here)))
  expect(text).not.toContain(`"${paths.office.href(at(here))}"`)
  expect(text).not.toContain('公館店')
  expect(text).not.toContain('青葉茶')
})

test('P2 finds the office alone', async () => {
  const { text } = await (await signedIn(site, { roles: [staffAt(here, { p2: true })] })).get(url)
  expect(text).toContain(paths.office.href(at(here)))
  expect(text).not.toContain(paths.counterQueue.href(at(here)))
})

test('somebody of two stores finds both, by brand', async () => {
  const roles = [staffAt(here, { p1: true }), staffAt(strange, { p2: true })]
  const { text } = await (await signedIn(site, { roles })).get(url)
  expect(text).toContain(paths.counterQueue.href(at(here)))
  expect(text).toContain(paths.office.href(at(strange)))
  expect(text).toContain('青葉茶')
})

test("a brand's admin finds every store of the brand, the boss every store", async () => {
  const admin = await (await signedIn(site, { roles: [{ role: 'brand_admin', brandId: here.brandId }] })).get(url)
  expect(admin.text).toContain(paths.counterQueue.href(at(sister)))
  expect(admin.text).not.toContain('師大店')
  const boss = await (await signedIn(site, { roles: [{ role: 'boss' }] })).get(url)
  expect(boss.text).toContain(paths.office.href(at(strange)))
})

test('a grant taken back shows nothing from the next page on', async () => {
  const client = await signedIn(site, { roles: [staffAt(here, { p1: true })] })
  expect((await client.get(url)).status).toBe(200)
  await site.db.updateTable('staffGrant').set({ isActive: false }).where('storeId', '=', here.storeId).execute()
  expect((await client.get(url)).status).toBe(403)
})
