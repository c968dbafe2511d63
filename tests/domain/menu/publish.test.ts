import { describe, expect, test } from 'vitest'
import { archiveDish } from '../../../src/domain/menu/archive-dish'
import { createDish } from '../../../src/domain/menu/create-dish'
import { publishMenu } from '../../../src/domain/menu/publish'
import { menuItem, menuItems } from '../../../src/domain/menu/queries'
import { updateDish } from '../../../src/domain/menu/update-dish'
import { menuVersion } from '../../../src/domain/menu/version'
import { newId } from '../../../src/domain/shared/ids'
import { rolledBack } from '../../support/db'
import { aShop, leave, must } from '../cart/a-shop'

const wanted = {
  dishes: { noodles: { price: 110, groups: ['size'] }, soup: { price: 45, category: 'soups' } },
  groups: { size: { min: 1, single: true, options: { small: 0, large: 20 } } },
  categories: ['food', 'soups'],
}

describe('publishing', () => {
  test('a version holds the whole menu: categories in order, prices, options, stations and every language', () =>
    rolledBack(async (tx) => {
      const shop = await aShop(tx, wanted)
      const { brandId, id, stationId } = shop
      const text = { brandId, subjectId: id('soup'), field: 'name', lang: 'en', text: 'Soup' }
      await tx.insertInto('translation').values(text).execute()
      const { versionId, number } = must(await publishMenu(tx, shop.system))
      const content = await menuVersion(tx, brandId, versionId)
      expect(number).toBe(2)
      expect(content.categories.map((c) => [c.name['zh-Hant'], c.dishIds])).toEqual([
        ['food', [id('noodles')]],
        ['soups', [id('soup')]],
      ])
      expect(content.dishes[id('soup')]).toMatchObject({
        name: { 'zh-Hant': 'soup', en: 'Soup' },
        price: 45,
        stationId,
      })
      expect(content.optionCategories[id('size')]).toMatchObject({
        min: 1,
        inputType: 'single',
        options: [{ price: 0 }, { price: 20 }],
      })
    }))

  test('R10: the version of yesterday stays as it was, and nothing but ids of the menu is found in it', () =>
    rolledBack(async (tx) => {
      const shop = await aShop(tx, wanted)
      must(await updateDish(tx, shop.system, { dishId: shop.id('soup'), price: 50 }))
      const [item] = (await menuItems(tx, shop)).filter(({ id }) => id === shop.id('soup'))
      const before = await menuVersion(tx, shop.brandId, shop.versionId)
      expect([before.dishes[shop.id('soup')]?.price, item?.price]).toEqual([45, 50])
      expect(before.dishes.constructor).toBeUndefined()
      await expect(menuVersion(tx, newId(), newId())).rejects.toThrow()
    }))

  test("R34: a category sent to another store's station is refused by name; one that sends no ticket is fine", () =>
    rolledBack(async (tx) => {
      const [shop, other] = [await aShop(tx, wanted), await aShop(tx)]
      const route = (stationId: string | null) =>
        tx.updateTable('menuCategory').set({ stationId }).where('id', '=', shop.id('category soups')).execute()
      await route(null)
      must(await publishMenu(tx, shop.system))
      const foreign = newId()
      const sister = newId()
      await tx.insertInto('store').values({ brandId: shop.brandId, id: sister, slug: 'sister', name: '分店' }).execute()
      await tx
        .insertInto('station')
        .values({ brandId: shop.brandId, id: foreign, storeId: sister, name: '冷檯' })
        .execute()
      await route(foreign)
      expect(await publishMenu(tx, shop.system)).toMatchObject({
        refusal: { reason: 'unroutable', categories: [{ name: { 'zh-Hant': 'soups' } }] },
      })
      expect(other.storeId).not.toBe(sister)
    }))

  test('a required group with nothing to choose from is refused by name', () =>
    rolledBack(async (tx) => {
      const shop = await aShop(tx, wanted)
      await tx.updateTable('option').set({ isArchived: true }).where('brandId', '=', shop.brandId).execute()
      expect(await publishMenu(tx, shop.system)).toMatchObject({
        refusal: { reason: 'impossible_options', groups: [{ id: shop.id('size') }] },
      })
    }))
})

describe('a dish over the API', () => {
  test('is put on the menu in a category by name, and counted', () =>
    rolledBack(async (tx) => {
      const shop = await aShop(tx, wanted)
      const input = { name: '皮蛋豆腐', price: 45, category: 'soups', stock: 4 }
      const { dishId } = must(await createDish(tx, shop.system, input))
      expect(await menuItem(tx, shop, dishId)).toMatchObject({
        name: { 'zh-Hant': '皮蛋豆腐' },
        category: { 'zh-Hant': 'soups' },
        price: 45,
        stock: 4,
        availability: { state: 'low', left: 4 },
      })
      const fresh = must(await createDish(tx, shop.system, { name: '布丁', price: 55, category: '甜品' }))
      expect(await menuItem(tx, shop, fresh.dishId)).toMatchObject({
        category: { 'zh-Hant': '甜品' },
        stationId: shop.stationId,
        stock: null,
      })
    }))

  test('changes for every store that shows it, its price for this store alone, and leaves a trace', () =>
    rolledBack(async (tx) => {
      const shop = await aShop(tx, wanted)
      const dishId = shop.id('soup')
      must(await updateDish(tx, shop.system, { dishId, name: '酸辣湯', price: 50, category: 'food' }))
      expect(await menuItem(tx, shop, dishId)).toMatchObject({
        name: { 'zh-Hant': '酸辣湯' },
        price: 50,
        category: { 'zh-Hant': 'food' },
      })
      const dish = await tx.selectFrom('dish').select('basePrice').where('id', '=', dishId).executeTakeFirst()
      expect(dish).toEqual({ basePrice: 45 })
      const log = await tx
        .selectFrom('auditLog')
        .select(['before', 'after'])
        .where('action', '=', 'dish.update')
        .where('subjectId', '=', dishId)
        .execute()
      expect(log).toMatchObject([{ before: { name: 'soup', price: 45 }, after: { name: '酸辣湯', price: 50 } }])
    }))

  test('leaves the menu when archived, and cannot be changed any more', () =>
    rolledBack(async (tx) => {
      const shop = await aShop(tx, wanted)
      const dishId = shop.id('soup')
      must(await archiveDish(tx, shop.system, { dishId }))
      expect(await menuItem(tx, shop, dishId)).toBeNull()
      expect(await archiveDish(tx, shop.system, { dishId })).toMatchObject({ refusal: { reason: 'not_found' } })
      expect(await updateDish(tx, shop.system, { dishId, price: 1 })).toMatchObject({
        refusal: { reason: 'not_found' },
      })
    }))

  test('complaint 52: of another brand is not found', () =>
    rolledBack(async (tx) => {
      const [mine, theirs] = [await aShop(tx, wanted), await aShop(tx, wanted)]
      const dishId = theirs.id('soup')
      expect(await updateDish(tx, mine.system, { dishId, price: 1 })).toMatchObject({
        refusal: { reason: 'not_found' },
      })
      expect(await archiveDish(tx, mine.system, { dishId })).toMatchObject({ refusal: { reason: 'not_found' } })
      expect(await menuItem(tx, mine, dishId)).toBeNull()
    }))
})

test('R25: a sold-out dish says so on the list, with what is left of the others', () =>
  rolledBack(async (tx) => {
    const shop = await aShop(tx, wanted)
    await leave(tx, shop, 'soup', 0)
    await leave(tx, shop, 'noodles', 12)
    const items = await menuItems(tx, shop)
    expect(items.map((i) => [i.availability.state, i.stock])).toEqual([
      ['available', 12],
      ['sold_out', 0],
    ])
  }))
