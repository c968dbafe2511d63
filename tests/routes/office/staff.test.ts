import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../../src/domain/shared/ids'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import { aPerson, signedIn, staffAt } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { aBrand, aStore, later, type Store } from '../../support/world'

let site: Site
let here: Store
let manager: Client
const at = (store = here) => ({ brand: store.brandSlug, store: store.storeSlug })

async function grantOf(accountId: string): Promise<string> {
  const where = { accountId, storeId: here.storeId }
  const query = site.db.selectFrom('staffGrant').select('id')
  return (
    await query.where('accountId', '=', where.accountId).where('storeId', '=', where.storeId).executeTakeFirstOrThrow()
  ).id
}

const aColleague = async (rights: Parameters<typeof staffAt>[1] = { p1: true }, name = '黃小芸') => {
  const accountId = await aPerson(site, { name, roles: [staffAt(here, rights)] })
  return { accountId, grantId: await grantOf(accountId) }
}

beforeAll(async () => {
  site = await openSite()
  here = await aStore(site.db, await aBrand(site.db))
  manager = await signedIn(site, { name: '周雅婷', roles: [staffAt(here, { p1: true, p2: true, p4: true })] })
})

test('the staff page says who may do what, in words, and locks what the reader may not give', async () => {
  const { grantId } = await aColleague()
  const { status, text } = await manager.get(paths.officeStaff.href(at()))
  expect(status).toBe(200)
  expect(text).toContain('黃小芸')
  expect(text).toContain(`value="${grantId}.p2"`)
  expect(text).not.toContain(`value="${grantId}.p3"`)
  expect(text).not.toContain('name="right" value="p3"')
})

test('somebody is found by a part of their name or number; who is not is not shown', async () => {
  await aColleague({ p1: true }, '阮氏芳')
  const { accountId } = await aColleague({ p1: true }, '李凱翔')
  await site.db.updateTable('account').set({ phone: '+886968450450' }).where('id', '=', accountId).execute()
  const found = async (q: string) => {
    const { text } = await manager.get(paths.officeStaff.href(at(), { q }))
    return ['阮氏芳', '李凱翔'].filter((name) => text.includes(`data-row="${name}"`))
  }
  expect([await found('氏芳'), await found('0968'), await found('nobody')]).toEqual([['阮氏芳'], ['李凱翔'], []])
})

test('R30: a right given is there at the next click, and a right taken is gone', async () => {
  const yun = await signedIn(site, { name: '芸', roles: [staffAt(here, { p1: true })] })
  const account = await site.db.selectFrom('account').select('id').where('name', '=', '芸').executeTakeFirstOrThrow()
  const grantId = await grantOf(account.id)
  expect((await yun.get(paths.officeOrders.href(at()))).status).toBe(403)
  const form = { was: `${grantId}.p1`, right: [`${grantId}.p1`, `${grantId}.p2`] }
  const saved = await manager.post(paths.officeStaffRights.href(at()), form)
  expect([saved.status, saved.location]).toEqual([303, paths.officeStaff.href(at())])
  expect((await yun.get(paths.officeOrders.href(at()))).status).toBe(200)
  const person = paths.officeStaffPersonRights.href({ ...at(), id: grantId })
  expect((await manager.post(person, { was: form.right, right: `${grantId}.p1` })).status).toBe(303)
  expect((await yun.get(paths.officeOrders.href(at()))).status).toBe(403)
})

test('who may not edit the office cannot let others do it, and what was ticked stays on the page', async () => {
  const { grantId } = await aColleague()
  const ticked = [`${grantId}.p1`, `${grantId}.p2`, `${grantId}.p3`]
  const { status, text } = await manager.post(paths.officeStaffRights.href(at()), { was: ticked[0], right: ticked })
  expect(status).toBe(422)
  expect(text).toContain('你自己沒有「改後台」')
  expect(text).toMatch(new RegExp(`class="tick is-changed"[^>]*checked=""[^>]*value="${grantId}.p2"`))
})

test("a deactivated colleague's next click is refused, and they come back with what they had", async () => {
  const wei = await signedIn(site, { name: '吳哲維', roles: [staffAt(here, { p1: true })] })
  const account = await site.db
    .selectFrom('account')
    .select('id')
    .where('name', '=', '吳哲維')
    .executeTakeFirstOrThrow()
  const params = { ...at(), id: await grantOf(account.id) }
  expect((await wei.get(paths.counterQueue.href(at()))).status).toBe(200)
  expect((await manager.post(paths.officeStaffDeactivation.href(params))).status).toBe(303)
  expect((await wei.get(paths.counterQueue.href(at()))).status).toBe(404)
  expect((await manager.get(paths.officeStaffPerson.href(params))).text).toContain('恢復吳哲維')
  expect((await manager.post(paths.officeStaffReactivation.href(params))).status).toBe(303)
  expect((await wei.get(paths.counterQueue.href(at()))).status).toBe(200)
})

test('invited, signed up, accepted, at work; the link does not open twice', async () => {
  const made = await manager.post(paths.officeInvitations.href(at()), { key: newId(), name: '許家豪', right: 'p1' })
  expect(made.status).toBe(303)
  const shown = (await manager.get(made.location!.split('#')[0]!)).text
  const link = new URL(/id="link"[^>]*value="([^"]+)"/.exec(shown)![1]!).pathname
  const code = /whitespace-nowrap">([A-Z0-9]{4} [A-Z0-9]{4})</.exec(shown)![1]!

  const guest = site.client()
  const typed = await guest.post(paths.join.href({}), { code: code.toLowerCase() })
  expect(typed.location).toBe(`/join/${code.replace(' ', '')}`)
  expect((await guest.get(link)).text).toContain(`/sign-up?back=${encodeURIComponent(link)}`)

  const hao = await signedIn(site, { name: '許家豪' })
  expect((await hao.get(paths.counterQueue.href(at()))).status).toBe(404)
  expect((await hao.get(link)).text).toContain('接受，我是許家豪')
  expect((await hao.post(link)).location).toBe('/desks')
  expect((await hao.get(paths.counterQueue.href(at()))).status).toBe(200)

  const late = await signedIn(site, { name: '路人' })
  const again = await late.post(link)
  expect([again.status, again.text.includes('已經用過了')]).toEqual([422, true])
  expect((await late.get(paths.counterQueue.href(at()))).status).toBe(404)
})

test('a withdrawn invitation says so; a made-up one is not there, and guessing has an end', async () => {
  const made = await manager.post(paths.officeInvitations.href(at()), { key: newId(), name: '阿本', right: 'p1' })
  const page = made.location!.split('#')[0]!
  const link = new URL(/id="link"[^>]*value="([^"]+)"/.exec((await manager.get(page)).text)![1]!).pathname
  await manager.post(`${page}/withdrawal`)
  const guest = site.client()
  expect((await guest.get(link)).text).toContain('已經收回了')
  const answers = new Set<number>()
  for (let i = 0; i < 40; i++) answers.add((await guest.get(`/join/AAAAAA${i + 10}`)).status)
  expect([...answers]).toEqual([404, 429])
  site.setNow(later(60, new Date()))
})

test('an invitation without a name or a right is asked for again, with what was typed', async () => {
  const nameless = await manager.post(paths.officeInvitations.href(at()), { key: newId(), name: ' ', right: 'p1' })
  const rightless = await manager.post(paths.officeInvitations.href(at()), { key: newId(), name: '許家豪' })
  expect([nameless.status, rightless.status]).toEqual([422, 422])
  expect(nameless.text).toMatch(/value="p1" checked/)
  expect(rightless.text).toContain('value="許家豪"')
})

test("the brand's admin sees all its stores and who runs them; a store's manager does not", async () => {
  const next = await aStore(site.db, here, { name: '信義店' })
  const other = await aStore(site.db, await aBrand(site.db), { name: '別人的店' })
  const admin = await signedIn(site, { roles: [{ role: 'brand_admin', brandId: here.brandId }] })
  const { text } = await admin.get(paths.officeStores.href(at()))
  expect(text).toContain('周雅婷')
  expect(text).toContain(paths.officeStaff.href(at(next)))
  expect(text).not.toContain(other.storeSlug)
  expect((await manager.get(paths.officeStores.href(at()))).status).toBe(403)
})

test('a stranger finds no staff page, and no person of another store on it', async () => {
  const other = await aStore(site.db, await aBrand(site.db))
  const stranger = await signedIn(site, { roles: [staffAt(other, { p4: true })] })
  const { grantId } = await aColleague()
  expect((await stranger.get(paths.officeStaff.href(at()))).status).toBe(404)
  const answer = await stranger.get(paths.officeStaffPerson.href({ ...at(other), id: grantId }))
  expect([answer.status, answer.text.includes('黃小芸')]).toEqual([404, false])
})

test('it reads in English too', async () => {
  manager.lang = 'en'
  const { text } = await manager.get(paths.officeStaff.href(at()))
  manager.lang = 'zh-Hant'
  expect(text).toContain('Counter and stock')
  expect(text).not.toMatch(/staff\.[a-z_.]+</)
})
