import { describe, expect, test } from 'vitest'
import { pauseStore } from '../../../src/domain/brands/pause-store'
import { placeBySlugs, storesList } from '../../../src/domain/brands/queries'
import { storePage } from '../../../src/domain/cart/queries'
import { newId } from '../../../src/domain/shared/ids'
import { rolledBack } from '../../support/db'
import { aShop, guest, must, noon } from '../cart/a-shop'

describe("a store's place", () => {
  test('is found by the slugs of its URL, with its names in every language', () =>
    rolledBack(async (tx) => {
      const { brandId, storeId, slug } = await aShop(tx)
      const name = { brandId, subjectId: storeId, field: 'name', lang: 'en', text: 'Main store' }
      await tx.insertInto('translation').values(name).execute()
      expect(await placeBySlugs(tx, slug, 'main')).toMatchObject({
        ...{ brandId, storeId, brandName: { 'zh-Hant': '小店' }, storeName: { 'zh-Hant': '本店', en: 'Main store' } },
        ...{ currency: 'TWD', timeZone: 'Asia/Taipei', cutoffMinute: 240, accent: {}, languages: ['zh-Hant', 'en'] },
      })
      expect(await placeBySlugs(tx, slug, 'other')).toBeNull()
      expect(await placeBySlugs(tx, 'elsewhere', 'main')).toBeNull()
    }))

  test('is nowhere once the brand has closed', () =>
    rolledBack(async (tx) => {
      const { brandId, slug } = await aShop(tx)
      await tx.updateTable('brand').set({ isActive: false }).where('id', '=', brandId).execute()
      expect(await placeBySlugs(tx, slug, 'main')).toBeNull()
      expect((await storesList(tx, noon)).filter((b) => b.id === brandId)).toEqual([])
    }))
})

test("the landing page lists a brand's stores that have a menu, and whether they are open", () =>
  rolledBack(async (tx) => {
    const { brandId, slug } = await aShop(tx)
    await tx.insertInto('store').values({ brandId, id: newId(), slug: 'soon', name: '籌備中' }).execute()
    const [brand, ...others] = await storesList(tx, noon, slug)
    expect(others).toEqual([])
    expect(brand?.stores.map((s) => [s.storeSlug, s.openness.open])).toEqual([['main', true]])
  }))

describe('a store page', () => {
  const look = (tx: Parameters<typeof storePage>[0], brandSlug: string, now = noon) =>
    storePage(tx, { brandSlug, storeSlug: 'main', actor: guest(), now })

  test('R3: shows the rule of a holiday, and what is announced for now', () =>
    rolledBack(async (tx) => {
      const { brandId, storeId, slug } = await aShop(tx)
      const id = newId()
      await tx
        .insertInto('storeHoursException')
        .values({ brandId, id, storeId, day: '2026-11-20', reason: '店休' })
        .execute()
      await tx
        .insertInto('translation')
        .values({ brandId, subjectId: id, field: 'reason', lang: 'en', text: 'Day off' })
        .execute()
      const news = (text: string, startsAt: Date | null, endsAt: Date | null) => ({
        brandId,
        storeId,
        id: newId(),
        text,
        startsAt,
        endsAt,
      })
      const past = new Date(noon.getTime() - 1)
      await tx
        .insertInto('announcement')
        .values([news('新菜', null, null), news('過了', null, past), news('還沒', new Date(noon.getTime() + 1), null)])
        .execute()
      const page = await look(tx, slug)
      expect(page?.openness).toMatchObject({
        open: false,
        rule: 'holiday',
        reason: { 'zh-Hant': '店休', en: 'Day off' },
        opensAt: new Date('2026-11-20T16:00:00Z'),
      })
      expect(page?.store.announcements).toEqual([{ 'zh-Hant': '新菜' }])
    }))

  test('R3: a pause closes it until it is over, is written down, and can be ended early', () =>
    rolledBack(async (tx) => {
      const shop = await aShop(tx)
      must(await pauseStore(tx, shop.system, { minutes: 30, reason: ' 爐子壞了 ' }))
      const until = new Date(noon.getTime() + 30 * 60_000)
      expect((await look(tx, shop.slug))?.openness).toEqual({
        open: false,
        rule: 'paused',
        opensAt: until,
        reason: '爐子壞了',
      })
      expect((await look(tx, shop.slug, until))?.openness.open).toBe(true)
      expect(must(await pauseStore(tx, shop.system, { minutes: 'rest_of_day' })).pausedUntil).toEqual(
        new Date('2026-11-20T20:00:00Z'),
      )
      must(await pauseStore(tx, shop.system, { minutes: null }))
      expect((await look(tx, shop.slug))?.openness.open).toBe(true)
      const log = await tx
        .selectFrom('auditLog')
        .select('action')
        .where('brandId', '=', shop.brandId)
        .where('action', '=', 'store.pause')
        .execute()
      expect(log).toHaveLength(3)
    }))

  test('a store without a menu shows an empty one', () =>
    rolledBack(async (tx) => {
      const shop = await aShop(tx)
      await tx.updateTable('store').set({ menuVersionId: null }).where('id', '=', shop.storeId).execute()
      expect(await look(tx, shop.slug)).toMatchObject({
        content: { categories: [] },
        cart: { lines: [], orderType: 'takeout' },
      })
    }))
})
