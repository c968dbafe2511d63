import { beforeAll, expect, test } from 'vitest'
import { isWeakPin } from '../../../src/domain/people/pins/pin'
import { paths } from '../../../src/views/paths'
import { aPerson, signedIn, staffAt } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { aManager, aTablet, auditOf, codeOn, slugs, typePin, withPin } from '../../support/tablets'
import { aBrand, aStore, later, noon, type Store } from '../../support/world'

let site: Site
let store: Store
beforeAll(async () => {
  site = await openSite()
  return site.close
})

async function anOffice() {
  site.setNow(noon)
  store = await aStore(site.db, await aBrand(site.db))
  return aManager(site, store)
}
const devices = () => site.db.selectFrom('device').selectAll().where('storeId', '=', store.storeId).execute()
const pairUrl = paths.counterPair.href({})
const tabletsUrl = (at = store) => paths.officeTablets.href(slugs(at))

test('the letters on a tablet, typed in the office in any way, make it the store’s; the tablet notices by itself', async () => {
  const manager = await anOffice()
  const tablet = site.client()
  const code = await codeOn(tablet)
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/)
  const waiting = await tablet.panel(pairUrl)
  const shown = /shown=([0-9a-f-]{36})/.exec(waiting.text)?.[1]
  expect((await tablet.panel(`${pairUrl}?shown=${shown}`)).status).toBe(204)

  const typed = `${code.slice(0, 3)}-${code.slice(3)}`.toLowerCase()
  const paired = await manager.post(tabletsUrl(), { code: typed, name: ' 櫃檯 1 ' })
  expect(paired.status).toBe(303)
  expect((await tablet.panel(`${pairUrl}?shown=${shown}`)).location).toBe(paths.counterQueue.href(slugs(store)))
  expect((await tablet.get(paths.counterQueue.href(slugs(store)))).location).toContain('/pin')

  const [device] = await devices()
  expect(device).toMatchObject({ name: '櫃檯 1', kind: 'counter', revokedAt: null })
  const token = tablet.cookies.get('device')!
  const all = JSON.stringify(await Promise.all([devices(), site.db.selectFrom('devicePairing').selectAll().execute()]))
  expect([all.includes(token), all.includes(code)]).toEqual([false, false])
  expect((await auditOf(site, store)).map(({ action, after }) => [action, after])).toEqual([
    ['device.pair', { name: '櫃檯 1', kind: 'counter' }],
  ])
})

test('a tablet chooses to be a kitchen board, and lands there', async () => {
  const manager = await anOffice()
  const tablet = site.client()
  await tablet.get(pairUrl)
  expect((await tablet.post(pairUrl, { kind: 'kitchen' })).status).toBe(303)
  await manager.post(tabletsUrl(), { code: await codeOn(tablet), name: '爐台' })
  expect((await tablet.get(pairUrl)).location).toBe(paths.kitchenBoard.href(slugs(store)))
})

test('a code runs out after ten minutes and another takes its place; none works twice', async () => {
  const manager = await anOffice()
  const tablet = site.client()
  const first = await codeOn(tablet)
  site.setNow(later(10))
  const late = await manager.post(tabletsUrl(), { code: first, name: '櫃檯 1' })
  expect([late.status, late.text.includes('過期'), late.text.includes('value="櫃檯 1"')]).toEqual([422, true, true])
  const second = await codeOn(tablet)
  expect(second).not.toBe(first)
  expect((await manager.post(tabletsUrl(), { code: second, name: '櫃檯 1' })).status).toBe(303)
  expect((await manager.post(tabletsUrl(), { code: second, name: '櫃檯 2' })).status).toBe(422)
  expect(await devices()).toHaveLength(1)
})

test('race: two offices type the same code at once, and one gets the tablet', async () => {
  const mine = await anOffice()
  const other = await aStore(site.db, await aBrand(site.db))
  const theirs = await aManager(site, other)
  await Promise.all([mine.ownToken(), theirs.ownToken()])
  const code = await codeOn(site.client())
  const answers = await Promise.all([
    mine.post(tabletsUrl(), { code, name: '櫃檯 1' }),
    theirs.post(tabletsUrl(other), { code, name: '櫃檯 1' }),
  ])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
})

test('guessing codes ends soon', async () => {
  const manager = await anOffice()
  const statuses: number[] = []
  for (let i = 0; i < 21; i++) statuses.push((await manager.post(tabletsUrl(), { code: `AAAA${i}`, name: 'x' })).status)
  expect([statuses[0], statuses[19], statuses[20]]).toEqual([422, 422, 429])
})

test('revoked, a tablet opens nothing: whoever is on it is out, and it leads to its pairing', async () => {
  const manager = await anOffice()
  const yun = await withPin(site, store, '4827')
  const tablet = await aTablet(site, store, '櫃檯 1', manager)
  await typePin(tablet, store, yun, '4827')
  const [device] = await devices()
  const at = { ...slugs(store), id: device!.id }
  expect((await manager.get(paths.officeTablet.href(at))).text).toContain('黃小芸')

  expect((await manager.post(paths.officeTabletRevocation.href(at))).status).toBe(303)
  expect(await site.db.selectFrom('session').select('id').where('deviceId', '=', device!.id).execute()).toEqual([])
  for (const path of [paths.counterQueue.href(slugs(store)), paths.kitchenBoard.href(slugs(store))])
    expect((await tablet.get(path)).location).toBe(pairUrl)
  expect((await tablet.panel(paths.counterBar.href(slugs(store)))).location).toBe(pairUrl)
  expect((await typePin(tablet, store, yun, '4827')).location).toBe(pairUrl)
  expect((await manager.get(paths.officeTablet.href(at))).status).toBe(404)
  // Paired again it is another tablet.
  await manager.post(tabletsUrl(), { code: await codeOn(tablet), name: '櫃檯 1' })
  expect((await tablet.get(pairUrl)).location).toBe(paths.counterQueue.href(slugs(store)))
  expect((await auditOf(site, store)).map(({ action }) => action)).toEqual([
    ...['device.pair', 'pin.switch', 'device.revoke', 'device.pair'],
  ])
})

test('who left, or lost the counter, is out on the tablet, and not on it again once they are back', async () => {
  const manager = await anOffice()
  const yun = await withPin(site, store, '4827')
  const tablet = await aTablet(site, store, '櫃檯 1', manager)
  const grant = await site.db
    .selectFrom('staffGrant')
    .select('id')
    .where('accountId', '=', yun)
    .executeTakeFirstOrThrow()
  await site.db.updateTable('staffGrant').set({ p2: false }).where('id', '=', grant.id).execute()
  const at = { ...slugs(store), id: grant.id }
  const queue = () => tablet.get(paths.counterQueue.href(slugs(store)))
  await typePin(tablet, store, yun, '4827')
  expect((await queue()).status).toBe(200)
  expect((await manager.post(paths.officeStaffDeactivation.href(at))).status).toBe(303)
  expect((await manager.post(paths.officeStaffReactivation.href(at))).status).toBe(303)
  expect((await queue()).status).toBe(303)

  await typePin(tablet, store, yun, '4827')
  const tick = (was: string[], right: string[]) => manager.post(paths.officeStaffPersonRights.href(at), { was, right })
  expect((await tick([`${grant.id}.p1`], [`${grant.id}.p4`])).status).toBe(303)
  expect((await tick([`${grant.id}.p4`], [`${grant.id}.p1`])).status).toBe(303)
  expect((await queue()).status).toBe(303)
})

test('a tablet of one store opens nothing of another, nor does its manager touch one of another', async () => {
  const manager = await anOffice()
  const tablet = await aTablet(site, store, '櫃檯 1', manager)
  const [device] = await devices()
  const next = await aStore(site.db, store)
  expect((await tablet.get(paths.counterQueue.href(slugs(next)))).location).toContain('/sign-in')
  expect((await tablet.get(paths.counterPin.href(slugs(next)))).location).toContain('/sign-in')
  const nextDoor = await aManager(site, next)
  const at = { ...slugs(next), id: device!.id }
  expect((await nextDoor.post(paths.officeTabletRevocation.href(at))).status).toBe(404)
  expect((await nextDoor.post(paths.officeTablet.href(at), { name: '我的' })).status).toBe(404)
})

test('a tablet gets another name, and the log keeps the old one', async () => {
  const manager = await anOffice()
  await aTablet(site, store, '櫃檯 1', manager)
  const [device] = await devices()
  const url = paths.officeTablet.href({ ...slugs(store), id: device!.id })
  expect((await manager.post(url, { name: '  ' })).status).toBe(422)
  expect((await manager.post(url, { name: '外帶窗口' })).status).toBe(303)
  expect((await manager.get(paths.officeStaff.href(slugs(store)))).text).toContain('外帶窗口')
  expect((await auditOf(site, store)).at(-1)).toMatchObject({ action: 'device.rename', before: { name: '櫃檯 1' } })
})

test('the log says at which tablet it was done, and shows one tablet alone', async () => {
  const manager = await anOffice()
  const yun = await withPin(site, store, '4827')
  const tablet = await aTablet(site, store, '櫃檯 1', manager)
  await typePin(tablet, store, yun, '4827')
  const [device] = await devices()
  const all = await manager.get(paths.officeAudit.href(slugs(store)))
  expect([all.text.includes('換人'), all.text.includes('配對平板')]).toEqual([true, true])
  const one = await manager.get(paths.officeAudit.href(slugs(store), { device: device!.id }))
  expect(one.text.split('<tbody>')[1]).toContain('櫃檯 1')
  expect([one.text.includes('<td class="lead font-bold">換人'), one.text.includes('font-bold">配對平板')]).toEqual([
    true,
    false,
  ])
})

test('a person sets their PIN with their password; weak ones are refused, and a tablet lets the old one go', async () => {
  await anOffice()
  const password = 'correct horse'
  const roles = [staffAt(store, { p1: true })]
  const accountId = await aPerson(site, { username: `yun-${store.storeSlug}`, password, roles })
  const phone = site.client()
  await phone.post(paths.signIn.href({}), { login: `yun-${store.storeSlug}`, password })
  const set = (pin: string, proof = password) => phone.post(paths.accountPin.href({}), { pin, proof })
  for (const pin of ['1234', '4321', '0000', '1212', '1122', '123', 'abcd', '12345'])
    expect([pin, (await set(pin)).status]).toEqual([pin, 422])
  expect((await set('4827', 'wrong')).text).toContain('密碼不對')
  expect((await set('4827')).status).toBe(303)

  const tablet = await aTablet(site, store)
  expect((await typePin(tablet, store, accountId, '4827')).status).toBe(303)
  await set('9051')
  expect((await tablet.get(paths.counterQueue.href(slugs(store)))).status).toBe(303)
  expect((await typePin(tablet, store, accountId, '4827')).status).toBe(422)
  await typePin(tablet, store, accountId, '9051')
  await phone.post(paths.accountPassword.href({}), { proof: password, password: 'another horse' })
  expect((await tablet.get(paths.counterQueue.href(slugs(store)))).status).toBe(303)
  expect((await auditOf(site, store)).filter(({ action }) => action === 'pin.set')).toHaveLength(2)
})

test('a customer has no PIN to set', async () => {
  await anOffice()
  const customer = await signedIn(site, { roles: [] })
  expect((await customer.get(paths.account.href({}))).text).not.toContain('PIN')
  expect((await customer.post(paths.accountPin.href({}), { pin: '4827', proof: '' })).status).toBe(403)
})

test('what a colleague would try first is weak', () => {
  expect(['1111', '3456', '9876', '2323', '7788'].filter((pin) => !isWeakPin(pin))).toEqual([])
  expect(['4827', '1357', '9051', '1123', '2580'].filter(isWeakPin)).toEqual([])
})
