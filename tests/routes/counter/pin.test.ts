import { beforeAll, expect, test } from 'vitest'
import { opensByPin } from '../../../src/domain/people/may'
import { newId } from '../../../src/domain/shared/ids'
import { isApiPath } from '../../../src/routes/kit/api-path'
import { declaredRoutes } from '../../../src/routes/kit/guard'
import { paths } from '../../../src/views/paths'
import { openSite, type Site } from '../../support/site'
import { aManager, aTablet, auditOf, slugs, typePin, withPin } from '../../support/tablets'
import { aBrand, aStore, later, noon, type Store } from '../../support/world'
import { aCounter, order, placeOf, rowOf } from './a-counter'

let site: Site
let store: Store
beforeAll(async () => {
  site = await openSite()
  return site.close
})

async function aCrew(pin = '4827') {
  site.setNow(noon)
  store = await aStore(site.db, await aBrand(site.db))
  const [manager, yun] = [await aManager(site, store), await withPin(site, store, pin)]
  return { manager, yun, tablet: await aTablet(site, store, '櫃檯 1', manager) }
}
const queueUrl = () => paths.counterQueue.href(slugs(store))
const pinUrl = () => paths.counterPin.href(slugs(store))
const triesOf = async (accountId: string) =>
  (await site.db.selectFrom('account').select('pinTries').where('id', '=', accountId).executeTakeFirstOrThrow())
    .pinTries

test('a tablet with nobody on it leads to the PINs, and four digits lead back to where the work was', async () => {
  const { tablet, yun } = await aCrew()
  for (const path of [queueUrl(), paths.kitchenBoard.href(slugs(store)), paths.counterStock.href(slugs(store))]) {
    const { location } = await tablet.get(path)
    expect(location).toBe(paths.counterPin.href(slugs(store), { back: path }))
  }
  const fragment = await tablet.panel(paths.counterBar.href(slugs(store)))
  expect(fragment.location).toContain(pinUrl())

  const page = await tablet.get(pinUrl())
  expect(page.text).toContain('黃小芸')
  expect((await typePin(tablet, store, yun, '4827', paths.counterStock.href(slugs(store)))).location).toBe(
    paths.counterStock.href(slugs(store)),
  )
  expect((await tablet.get(queueUrl())).text).toContain('黃小芸')
})

test('who works at the counter is asked for a PIN, who has none is told how to get one, others are not there', async () => {
  const { tablet } = await aCrew()
  const kai = await withPin(site, store, null, '李凱翔')
  const stranger = await withPin(site, await aStore(site.db, store), '4827', '隔壁的人')
  const page = (await tablet.get(pinUrl())).text
  expect([page.includes('李凱翔'), page.includes('PIN 還沒設'), page.includes('隔壁的人')]).toEqual([true, true, false])
  const none = await typePin(tablet, store, kai, '4827')
  expect([none.status, none.text.includes('還沒有 PIN')]).toEqual([422, true])
  expect((await typePin(tablet, store, stranger, '4827')).status).toBe(404)
  expect((await typePin(tablet, store, newId(), '4827')).status).toBe(404)
})

test('a wrong PIN says how many tries are left; a right one forgets them; five in a row lock it until it is reset', async () => {
  const { tablet, yun, manager } = await aCrew()
  expect((await typePin(tablet, store, yun, '1111')).text).toContain('還能試 4 次')
  expect((await typePin(tablet, store, yun, '4827')).status).toBe(303)
  expect(await triesOf(yun)).toBe(0)

  for (const left of [4, 3, 2, 1]) expect((await typePin(tablet, store, yun, '')).text).toContain(`還能試 ${left} 次`)
  expect((await typePin(tablet, store, yun, '1111')).text).toContain('鎖住了')
  const late = await typePin(tablet, store, yun, '4827')
  expect([late.status, late.text.includes('鎖住了')]).toEqual([422, true])

  const grant = await site.db
    .selectFrom('staffGrant')
    .select('id')
    .where('accountId', '=', yun)
    .executeTakeFirstOrThrow()
  expect((await manager.post(paths.officePinReset.href({ ...slugs(store), id: grant.id }))).status).toBe(303)
  expect(await triesOf(yun)).toBe(0)
  expect((await typePin(tablet, store, yun, '4827')).text).toContain('還沒有 PIN')
  const wrong = (await auditOf(site, store)).filter(({ action }) => action === 'pin.wrong')
  expect(wrong.map(({ accountId, after }) => [accountId, after])).toEqual(
    [4, 4, 3, 2, 1, 0].map((left) => [null, { left }]),
  )
})

test('race: of twenty wrong tries at once exactly five are looked at', async () => {
  const { tablet, yun } = await aCrew()
  await tablet.ownToken()
  const answers = await Promise.all(Array.from({ length: 20 }, () => typePin(tablet, store, yun, '0000')))
  const left = answers.flatMap(({ text }) => /還能試 (\d) 次/.exec(text)?.[1] ?? [])
  expect(left.toSorted()).toEqual(['1', '2', '3', '4'])
  expect(answers.filter(({ text }) => text.includes('錯了 5 次'))).toHaveLength(16)
  expect(await triesOf(yun)).toBe(5)
  expect((await auditOf(site, store)).filter(({ action }) => action === 'pin.wrong')).toHaveLength(5)
})

test('R30: a PIN opens the work of its store and nothing else, whoever typed it', async () => {
  const { tablet, yun } = await aCrew()
  await site.db.insertInto('staffGrant').values({ id: newId(), accountId: yun, role: 'boss' }).execute()
  await typePin(tablet, store, yun, '4827')
  const next = await aStore(site.db, store)
  const wrong: string[] = []
  for (const { method, path, permission } of declaredRoutes(site.app)) {
    if (isApiPath(path) || permission === 'public' || permission === 'machine' || path === paths.counterLock.pattern)
      continue
    const at = (brand: string, name: string) =>
      path
        .replace(':brand', brand)
        .replace(':store', name)
        .replace(/:\w+/g, () => newId())
    const knock = async (url: string) => {
      if (path.endsWith('/stream')) return 'stream'
      return String((await (method === 'GET' ? tablet.get(url) : tablet.post(url))).status)
    }
    const here = await knock(at(store.brandSlug, store.storeSlug))
    if (here === '403' ? opensByPin(permission) : !opensByPin(permission) && here !== 'stream')
      wrong.push(`${method} ${path}: ${here}`)
    const there = path.includes(':store') ? await knock(at(next.brandSlug, next.storeSlug)) : '404'
    if (!['404', 'stream'].includes(there)) wrong.push(`${method} ${path} next door: ${there}`)
  }
  expect(wrong).toEqual([])
}, 60_000)

test('at a public door somebody on by PIN is a guest: their own orders are not this browser’s', async () => {
  const { tablet, yun } = await aCrew()
  await typePin(tablet, store, yun, '4827')
  const page = await tablet.get(paths.myOrders.href({}))
  expect(page.text).not.toContain('黃小芸')
  expect((await tablet.get(paths.account.href({}))).status).toBe(403)
})

test('R33: what is done is recorded under the person and the tablet; the next person takes over with their own PIN', async () => {
  site.setNow(noon)
  const shop = await aCounter(site)
  const { brand: brandSlug, store: storeSlug } = placeOf(shop)
  const there = { brandId: shop.brandId, storeId: shop.storeId, brandSlug, storeSlug }
  const [yun, zhe] = [await withPin(site, there, '4827'), await withPin(site, there, '9051', '吳哲維')]
  const tablet = await aTablet(site, there)
  const [first, second] = [
    await order(site, shop, [{ dish: 'noodles' }]),
    await order(site, shop, [{ dish: 'noodles' }]),
  ]
  const pay = (id: string) =>
    tablet.post(paths.counterPayment.href({ ...slugs(there), id }), { key: newId(), method: 'cash', tendered: '1000' })
  await typePin(tablet, there, zhe, '9051')
  const bill = await tablet.get(paths.counterPayment.href({ ...slugs(there), id: first }))
  expect([bill.status, bill.text.includes('收好了')]).toEqual([200, true])
  await pay(first)
  await typePin(tablet, there, yun, '4827')
  await pay(second)
  expect([(await rowOf(site, first)).paymentState, (await rowOf(site, second)).paymentState]).toEqual(['paid', 'paid'])

  const device = await site.db
    .selectFrom('device')
    .select('id')
    .where('storeId', '=', shop.storeId)
    .executeTakeFirstOrThrow()
  const rows = (await auditOf(site, there)).filter(({ deviceId }) => deviceId === device.id)
  expect(rows.map(({ action, actor, accountId }) => [action, actor, accountId])).toEqual([
    ['pin.switch', '吳哲維', zhe],
    ['payment.confirm', '吳哲維', zhe],
    ['pin.switch', '黃小芸', yun],
    ['payment.confirm', '黃小芸', yun],
  ])
  expect(rows[2]).toMatchObject({ before: { person: '吳哲維' }, after: { person: '黃小芸' } })
})

test('locking leaves the tablet to nobody and keeps the way back; twelve hours do the same', async () => {
  const { tablet, yun } = await aCrew()
  await typePin(tablet, store, yun, '4827')
  const locked = await tablet.post(paths.counterLock.href(slugs(store)), { back: queueUrl() })
  expect(locked.location).toBe(paths.counterPin.href(slugs(store), { back: queueUrl() }))
  expect((await tablet.get(queueUrl())).location).toContain(pinUrl())

  await typePin(tablet, store, yun, '4827')
  // Used all the time, it is not renewed.
  for (const minutes of [300, 600, 719]) {
    site.setNow(later(minutes))
    expect((await tablet.get(queueUrl())).status).toBe(200)
  }
  site.setNow(later(721))
  expect((await tablet.get(queueUrl())).location).toContain(pinUrl())
  site.setNow(noon)
})

test('a session by PIN is worth nothing without its tablet, on another tablet or in another browser', async () => {
  const { tablet, yun, manager } = await aCrew()
  await typePin(tablet, store, yun, '4827')
  const other = await aTablet(site, store, '櫃檯 2', manager)
  for (const thief of [site.client(), other]) {
    thief.cookies.set('session', tablet.cookies.get('session')!)
    expect((await thief.get(queueUrl())).status).toBe(303)
  }
  expect((await tablet.get(queueUrl())).status).toBe(200)
})

test.each<[string, (yun: string) => Promise<unknown>]>([
  [
    'the right to the counter is taken',
    (yun) => site.db.updateTable('staffGrant').set({ p1: false }).where('accountId', '=', yun).execute(),
  ],
  [
    'the person left',
    (yun) => site.db.updateTable('staffGrant').set({ isActive: false }).where('accountId', '=', yun).execute(),
  ],
  [
    'the account was closed',
    (yun) => site.db.updateTable('account').set({ isActive: false }).where('id', '=', yun).execute(),
  ],
])('the next click is refused once %s', async (_, change) => {
  const { tablet, yun } = await aCrew()
  await typePin(tablet, store, yun, '4827')
  await change(yun)
  expect((await tablet.get(queueUrl())).location).toContain(pinUrl())
  expect((await typePin(tablet, store, yun, '4827')).status).toBe(404)
})

test('a password still opens the tablet, with everything it opens elsewhere', async () => {
  const { tablet, manager } = await aCrew()
  expect((await tablet.get(pinUrl())).text).toContain(`${paths.signIn.href({})}?back=`)
  tablet.cookies.set('session', manager.cookies.get('session')!)
  expect((await tablet.get(paths.officeStaff.href(slugs(store)))).status).toBe(200)
  expect((await tablet.get(queueUrl())).text).toContain(paths.counterLock.href(slugs(store)))
  expect((await manager.get(queueUrl())).text).not.toContain(paths.counterLock.href(slugs(store)))
})

test('without a paired tablet there is no PIN page', async () => {
  const { manager } = await aCrew()
  expect((await manager.get(pinUrl())).status).toBe(403)
  expect((await site.client().get(pinUrl())).location).toContain('/sign-in')
})
