import { expect, test } from 'vitest'
import type { Tx } from '../../../src/db/connect'
import { cartView } from '../../../src/domain/cart/queries'
import { newId } from '../../../src/domain/shared/ids'
import { rolledBack } from '../../support/db'
import { aShop, at, guest, type Shop } from '../cart/a-shop'

type Change = (tx: Tx, shop: Shop) => Promise<unknown>
const text = (shop: Shop, subjectId: string, field: string) => ({ brandId: shop.brandId, subjectId, field, lang: 'en' })

const changes: Record<string, Change> = {
  'its terms': (tx, { storeId }) => tx.updateTable('store').set({ prepMinutes: 7 }).where('id', '=', storeId).execute(),
  'its brand': (tx, { brandId }) => tx.updateTable('brand').set({ seal: '新' }).where('id', '=', brandId).execute(),
  'an hour it keeps': (tx, { storeId }) =>
    tx.updateTable('storeHours').set({ closesMinute: 600 }).where('storeId', '=', storeId).execute(),
  'an hour it no longer keeps': (tx, { storeId }) =>
    tx.deleteFrom('storeHours').where('storeId', '=', storeId).where('weekday', '=', 5).execute(),
  'a holiday': (tx, { brandId, storeId }) =>
    tx.insertInto('storeHoursException').values({ brandId, id: newId(), storeId, day: '2026-11-20' }).execute(),
  'what it announces': (tx, { brandId, storeId }) =>
    tx.insertInto('announcement').values({ brandId, id: newId(), storeId, text: '新菜' }).execute(),
  'its name in another language': (tx, shop) =>
    tx
      .insertInto('translation')
      .values({ ...text(shop, shop.storeId, 'name'), text: 'Main store' })
      .execute(),
  'its brand’s name in another language': (tx, shop) =>
    tx
      .insertInto('translation')
      .values({ ...text(shop, shop.brandId, 'name'), text: 'Small' })
      .execute(),
}

test.each(Object.entries(changes))('a kept store is looked at again as soon as this changes: %s', (_, change) =>
  rolledBack(async (tx) => {
    const shop = await aShop(tx)
    const look = async () => (await cartView(tx, at(shop, guest()))).store
    const before = await look()
    expect(await look()).toEqual(before)
    await change(tx, shop)
    expect(await look()).not.toEqual(before)
  }),
)

test('an announcement in another language is read as soon as it is written; one for later only then', () =>
  rolledBack(async (tx) => {
    const shop = await aShop(tx)
    const { brandId, storeId } = shop
    const id = newId()
    const startsAt = new Date('2026-11-20T05:00:00Z')
    await tx.insertInto('announcement').values({ brandId, id, storeId, text: '新菜', startsAt }).execute()
    const told = async (now?: Date) => (await cartView(tx, at(shop, guest(), now))).store.announcements
    expect(await told()).toEqual([])
    expect(await told(startsAt)).toEqual([{ 'zh-Hant': '新菜' }])
    await tx
      .insertInto('translation')
      .values({ ...text(shop, id, 'text'), text: 'New' })
      .execute()
    expect(await told(startsAt)).toEqual([{ 'zh-Hant': '新菜', en: 'New' }])
  }))

test('a dish’s words leave the stores of its brand as they were kept', () =>
  rolledBack(async (tx) => {
    const shop = await aShop(tx)
    const revision = async () =>
      (await tx.selectFrom('store').select('revision').where('id', '=', shop.storeId).executeTakeFirstOrThrow())
        .revision
    const before = await revision()
    await tx
      .insertInto('translation')
      .values({ ...text(shop, shop.id('noodles'), 'name'), text: 'Noodles' })
      .execute()
    expect(await revision()).toBe(before)
  }))
