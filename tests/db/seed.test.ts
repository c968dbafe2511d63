import { verify } from '@node-rs/bcrypt'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../src/db/connect'
import { demoPin } from '../../src/db/seed/accounts'
import { demoBrands } from '../../src/db/seed/data'
import { seedDemo } from '../../src/db/seed/seed'
import { openness } from '../../src/domain/brands/hours'
import type { MenuContent, MenuDish } from '../../src/domain/menu/content'
import { pictureFile } from '../../src/domain/menu/picture-file'
import type { Texts } from '../../src/domain/shared/ctx'
import { freshDb } from '../support/db'

const now = new Date('2026-11-20T04:00:00Z')
let db: Db
const menus = new Map<string, MenuContent>()

beforeAll(async () => {
  ;({ db } = await freshDb())
  await seedDemo(db, { now })
  const rows = await db
    .selectFrom('store')
    .innerJoin('menuVersion', (join) =>
      join.onRef('menuVersion.brandId', '=', 'store.brandId').onRef('menuVersion.id', '=', 'store.menuVersionId'),
    )
    .select(['store.slug', 'menuVersion.content'])
    .execute()
  for (const { slug, content } of rows) menus.set(slug, content as unknown as MenuContent)
})

const dishes = (store: string): MenuDish[] => Object.values(menus.get(store)!.dishes)
const dish = (store: string, name: string) => dishes(store).find((d) => d.name['zh-Hant'] === name)!
const group = (store: string, of: MenuDish, name: string) =>
  of.optionCategoryIds.map((id) => menus.get(store)!.optionCategories[id]!).find((g) => g.name['zh-Hant'] === name)!
const isComplete = (texts: Texts) => Boolean(texts['zh-Hant']) === Boolean(texts.en)

describe('the demo', () => {
  test('has two brands with three stores, each with a published menu', async () => {
    const stores = await db
      .selectFrom('store')
      .innerJoin('brand', 'brand.id', 'store.brandId')
      .select(['brand.slug as brand', 'store.slug'])
      .orderBy('store.slug')
      .execute()
    expect(stores).toEqual([
      { brand: 'xiaoman', slug: 'minsheng' },
      { brand: 'xiaoman', slug: 'yongkang' },
      { brand: 'qingye', slug: 'zhongshan' },
    ])
    expect([...menus.keys()].sort()).toEqual(['minsheng', 'yongkang', 'zhongshan'])
    const sold = new Set([...menus.values()].flatMap((menu) => Object.keys(menu.dishes)))
    expect(sold.size).toBeGreaterThan(60)
  })

  test('is written in both languages, every dish, option and category', () => {
    for (const menu of menus.values()) {
      const options = Object.values(menu.optionCategories).flatMap((category) => category.options)
      for (const named of [
        ...menu.categories,
        ...Object.values(menu.dishes),
        ...Object.values(menu.optionCategories),
        ...options,
      ])
        expect(named.name).toEqual({
          'zh-Hant': expect.stringMatching(/./),
          en: expect.stringMatching(/^[^\u4e00-\u9fff]+$/),
        })
      for (const { description, origin } of Object.values(menu.dishes))
        expect([isComplete(description), isComplete(origin)]).toEqual([true, true])
    }
  })

  test('has every picture of every dish in every width and format', async () => {
    const pictures = [...menus.values()].flatMap((menu) => Object.values(menu.dishes).map(({ picture }) => picture))
    for (const picture of new Map(pictures.map((p) => [p?.fileName, p])).values()) {
      expect(picture).toMatchObject({ isCutout: true, widths: [96, 192, 256] })
      for (const width of picture!.widths)
        for (const format of ['avif', 'webp'] as const)
          expect(await pictureFile(db, { fileName: picture!.fileName, width, format })).toBeInstanceOf(Buffer)
    }
  })

  test('seeded again, or by two processes at once, changes nothing', async () => {
    const { db: empty } = await freshDb()
    expect((await Promise.all([seedDemo(empty, { now }), seedDemo(empty, { now })])).sort()).toEqual([false, true])
    const before = await counts(empty)
    expect(await seedDemo(empty, { now: new Date('2027-01-01T00:00:00Z') })).toBe(false)
    expect(await counts(empty)).toEqual(before)
    expect(before).toEqual(await counts(db))
  })

  test('sells the example dishes of seed 000 at their prices', () => {
    expect(['披薩', '漢堡', '沙拉'].map((name) => dish('yongkang', name)).map((d) => [d.name.en, d.price])).toEqual([
      ['Pizza', 15],
      ['Burger', 10],
      ['Salad', 8],
    ])
  })

  test('has a dish with a name of forty characters, and prices of its own in each store', () => {
    expect(dishes('yongkang').filter((d) => d.name['zh-Hant']?.length === 40)).toHaveLength(1)
    expect(dish('yongkang', '紅燒半筋半肉牛肉麵').price).toBe(240)
    expect(dish('minsheng', '紅燒半筋半肉牛肉麵').price).toBe(250)
    expect(dish('yongkang', '番茄牛腩刀削麵').price).toBe(198)
  })

  test('has an option that is a dish, and shares its stock', () => {
    const noodles = dish('yongkang', '紅燒半筋半肉牛肉麵')
    const extras = group('yongkang', noodles, '加料')
    const egg = extras.options.find((option) => option.name['zh-Hant'] === '滷蛋')
    expect(egg?.refDishId).toBe(dish('yongkang', '滷蛋').id)
    expect([extras.inputType, extras.min, extras.max]).toEqual(['multiple', 0, 3])
  })

  test('has dishes sold out, dishes running low, and a log that agrees with every count', async () => {
    const rows = await db
      .selectFrom('inventory')
      .leftJoin('stockLog', (join) =>
        join.onRef('stockLog.brandId', '=', 'inventory.brandId').onRef('stockLog.inventoryId', '=', 'inventory.id'),
      )
      .select(['inventory.totalStock', 'inventory.alertLevel', 'inventory.isSoldOut'])
      .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('stockLog.change'), sql<number>`0`).as('logged'))
      .groupBy(['inventory.brandId', 'inventory.id'])
      .execute()
    expect(rows.filter((row) => row.isSoldOut).length).toBeGreaterThanOrEqual(2)
    expect(rows.filter((row) => !row.isSoldOut && row.totalStock <= row.alertLevel).length).toBeGreaterThanOrEqual(2)
    for (const row of rows) expect(Number(row.logged)).toBe(row.totalStock)
  })

  test('is open at 永康店 at every hour of the week, holidays or not, with a kitchen and a way to the door', async () => {
    const store = await db.selectFrom('store').selectAll().where('slug', '=', 'yongkang').executeTakeFirstOrThrow()
    const hours = await db.selectFrom('storeHours').selectAll().where('storeId', '=', store.id).execute()
    const clock = { ...store, pausedUntil: null, pauseReason: null }
    for (let hour = 0; hour < 7 * 24; hour++) {
      const at = new Date(now.getTime() + hour * 3_600_000 - 60_000)
      expect(openness(clock, { hours, exceptions: [] }, at)).toMatchObject({ open: true })
    }
    expect(store).toMatchObject({ takesDelivery: true, takesTakeout: true, takesDineIn: true, isActive: true })
    const days = await db.selectFrom('storeHoursException').select('storeId').where('storeId', '=', store.id).execute()
    expect(days).toEqual([])
  })

  test('lets everybody who has a login in with it as the password; the rest come by PIN, on a tablet that was paired', async () => {
    const accounts = await db
      .selectFrom('account')
      .select(['name', 'username', 'passwordHash', 'pinHash', 'isDemo'])
      .execute()
    const logins = accounts.flatMap(({ username }) => username ?? [])
    expect(logins.sort()).toEqual(['admin', 'brand', 'customer', 'manager', 'staff'])
    for (const { username, passwordHash, pinHash, isDemo } of accounts) {
      expect(isDemo).toBe(true)
      expect(username ? await verify(username, passwordHash!) : passwordHash).toBe(username ? true : null)
      if (pinHash) expect(await verify(demoPin, pinHash)).toBe(true)
    }
    const grants = await db
      .selectFrom('staffGrant')
      .innerJoin('account', 'account.id', 'staffGrant.accountId')
      .leftJoin('store', 'store.id', 'staffGrant.storeId')
      .select(['account.name', 'role', 'store.slug', 'p1', 'p2', 'p3', 'p4'])
      .orderBy('staffGrant.id')
      .execute()
    const none = { p1: false, p2: false, p3: false, p4: false }
    const here = { role: 'store_staff', slug: 'yongkang', ...none, p1: true }
    expect(grants).toEqual([
      { name: '王佳蓉', role: 'boss', slug: null, ...none },
      { name: '許文傑', role: 'brand_admin', slug: null, ...none },
      { name: '吳哲維', ...here, p2: true, p3: true, p4: true },
      { name: '周志明', ...here, p2: true, p3: true },
      { name: '黃小芸', ...here, p2: true },
      { name: '阮氏芳', ...here },
      { name: '李凱翔', ...here },
    ])
    expect(await db.selectFrom('customer').select('name').execute()).toHaveLength(2)
  })
})

describe("the tea shop's menu", () => {
  test('keeps the prices of the real one, a large cup and a hot one included', () => {
    const tea = (name: string, cup: string) => {
      const found = dish('zhongshan', name)
      const option = group('zhongshan', found, '杯型').options.find((o) => o.name['zh-Hant'] === cup)
      return option ? found.price + option.price : null
    }
    expect([tea('阿薩姆紅茶', '中杯'), tea('阿薩姆紅茶', '大杯')]).toEqual([35, 40])
    expect([tea('布丁奶茶', '中杯'), tea('布丁奶茶', '大杯')]).toEqual([60, 75])
    expect([tea('可可芭蕾', '中杯'), tea('可可芭蕾', '大杯')]).toEqual([null, 75])
    expect([tea('柚子青', '中杯'), tea('柚子青', '大杯')]).toEqual([50, null])
  })

  test('makes no hot drink of what the list has no hot price for', () => {
    const ways = (name: string) =>
      group('zhongshan', dish('zhongshan', name), '冰量與溫度').options.map((option) => option.name['zh-Hant'])
    expect(ways('奶茶')).toContain('熱的')
    expect(ways('冰淇淋紅茶')).not.toContain('熱的')
  })

  test('sells what its default choices come to: the price that stands on the menu', () => {
    for (const found of dishes('zhongshan')) {
      const chosen = found.optionCategoryIds.flatMap((id) =>
        menus.get('zhongshan')!.optionCategories[id]!.options.filter((option) => option.isDefault),
      )
      expect(chosen.reduce((sum, option) => sum + option.price, 0)).toBe(0)
    }
  })

  test('names a drink listed under two headings once, and shows it under both', () => {
    const id = dish('zhongshan', '冰淇淋紅茶').id
    const headings = menus.get('zhongshan')!.categories.filter((category) => category.dishIds.includes(id))
    expect(headings.map(({ name }) => name['zh-Hant'])).toEqual(['店長推薦', '冰淇淋'])
  })

  test('leaves out what had no price, and every other drink of the list is there', async () => {
    const [, tea] = await demoBrands()
    expect(dishes('zhongshan')).toHaveLength(tea.dishes.length)
    expect(dishes('zhongshan').some(({ name }) => name['zh-Hant'] === '養樂多綠')).toBe(false)
    expect(dishes('zhongshan').every(({ price }) => price >= 35)).toBe(true)
  })
})

async function counts(of: Db): Promise<Record<string, number>> {
  const tables = [
    'brand',
    'store',
    'dish',
    'option',
    'menuItem',
    'translation',
    'pictureFile',
    'inventory',
    'stockLog',
    'menuVersion',
    'account',
  ] as const
  const rows = await Promise.all(
    tables.map(async (table) => {
      const { count } = await of
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return [table, Number(count)] as const
    }),
  )
  return Object.fromEntries(rows)
}
