import { deepEqual } from 'node:assert/strict'
import type { Db, Tx } from '../../src/db/connect'
import { setStock } from '../../src/domain/inventory/set-stock'
import { publishMenu } from '../../src/domain/menu/publish'
import type { Actor, Ctx, StaffGrant } from '../../src/domain/shared/ctx'
import { systemCtx } from '../../src/domain/shared/ctx'
import { newId } from '../../src/domain/shared/ids'
import { inTransaction } from '../../src/domain/shared/in-transaction'
import type { Result } from '../../src/domain/shared/result'

/** A Friday noon in Taipei: every store of the world is open. */
export const noon = new Date('2026-11-20T04:00:00Z')
export const later = (minutes: number, from = noon): Date => new Date(from.getTime() + minutes * 60_000)

type Command<I, T, R> = (tx: Tx, ctx: Ctx, input: I) => Promise<Result<T, R>>

/** Runs a command as a route does: in a transaction of its own (or in the test's, if it is one). */
export function act<I, T, R>(db: Db, command: Command<I, T, R>, ctx: Ctx, input: I): Promise<Result<T, R>> {
  return db.isTransaction ? command(db as Tx, ctx, input) : inTransaction(db, (tx) => command(tx, ctx, input))
}

/** The value of what must not be refused. */
export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) deepEqual(result.refusal, 'no refusal')
  return (result as { value: T }).value
}

/** The refusal of what must be refused. */
export function refused<R>(result: Result<unknown, R>): R {
  if (result.ok) deepEqual(result.value, 'refused')
  return (result as { refusal: R }).refusal
}

export type Brand = { brandId: string; brandSlug: string }

export async function aBrand(db: Db, set: Record<string, unknown> = {}): Promise<Brand> {
  const brandId = newId()
  const brandSlug = `b-${brandId.slice(-12)}`
  await db
    .insertInto('brand')
    .values({ id: brandId, slug: brandSlug, name: '小滿麵館', seal: '滿', ...set })
    .execute()
  return { brandId, brandSlug }
}

export type Store = Brand & { storeId: string; storeSlug: string; stationId: string; coldId: string; menuId: string }

/** A store of the brand with two stations (熱廚, 冷台), open day and night; `set` are its columns. */
export async function aStore(db: Db, brand: Brand, set: Record<string, unknown> = {}): Promise<Store> {
  const { brandId } = brand
  const [storeId, stationId, coldId, menuId] = [newId(), newId(), newId(), newId()]
  const storeSlug = `s-${storeId.slice(-12)}`
  await db
    .insertInto('store')
    .values({ brandId, id: storeId, slug: storeSlug, name: '永康店', takesDelivery: true, ...set })
    .execute()
  const hours = { opensMinute: 0, closesMinute: 1440 }
  await db
    .insertInto('storeHours')
    .values([0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ brandId, id: newId(), storeId, weekday, ...hours })))
    .execute()
  await db
    .insertInto('station')
    .values([
      { brandId, id: stationId, storeId, name: '熱廚', position: 0 },
      { brandId, id: coldId, storeId, name: '冷台', position: 1 },
    ])
    .execute()
  await db.insertInto('menu').values({ brandId, id: menuId, storeId, name: '菜單' }).execute()
  return { ...brand, storeId, storeSlug, stationId, coldId, menuId }
}

/** A dish of the brand; `groups` are the option categories it offers. Gives its id. */
export async function aDish(
  db: Db,
  { brandId }: Brand,
  { name = '牛肉麵', price = 180, groups = [] as string[] } = {},
): Promise<string> {
  const id = newId()
  await db.insertInto('dish').values({ brandId, id, name, basePrice: price }).execute()
  for (const [position, optionCategoryId] of groups.entries())
    await db.insertInto('dishOptionCategory').values({ brandId, dishId: id, optionCategoryId, position }).execute()
  return id
}

type OptionWanted = { name: string; price?: number; refDishId?: string }

/** An option category; `min` and `max` choices. Gives its id and its options' ids in order. */
export async function anOptionCategory(
  db: Db,
  { brandId }: Brand,
  { name = '加料', min = 0, max = 1, options = [] as OptionWanted[] } = {},
): Promise<{ id: string; optionIds: string[] }> {
  const id = newId()
  const inputType = max === 1 ? ('single' as const) : ('multiple' as const)
  await db
    .insertInto('optionCategory')
    .values({ brandId, id, name, inputType, minChoices: min, maxChoices: max })
    .execute()
  const rows = options.map(({ name, price = 0, refDishId }, position) => ({
    ...{ brandId, id: newId(), optionCategoryId: id, name, priceDelta: price, position },
    refDishId: refDishId ?? null,
  }))
  if (rows.length > 0) await db.insertInto('option').values(rows).execute()
  return { id, optionIds: rows.map((row) => row.id) }
}

type CategoryWanted = { name?: string; stationId: string | null; dishes: string[] }

/** Puts dishes on the store's menu, a category per station, and publishes it. Gives the version. */
export async function aMenu(db: Db, store: Store, categories: CategoryWanted[]): Promise<string> {
  const { brandId, menuId } = store
  for (const [position, { name = '菜', stationId, dishes }] of categories.entries()) {
    const id = newId()
    await db.insertInto('menuCategory').values({ brandId, id, menuId, name, stationId, position }).execute()
    const items = dishes.map((dishId, i) => ({ brandId, id: newId(), menuCategoryId: id, dishId, position: i }))
    await db.insertInto('menuItem').values(items).execute()
  }
  return publish(db, store)
}

export const publish = async (db: Db, store: Store): Promise<string> =>
  must(await act(db, publishMenu, systemCtx(store, noon), {})).versionId

export type Shop = Store & { noodles: string; salad: string; tea: string }

/** A store that sells noodles (180, hot), salad (60, cold) and tea (30, no station). `stock` counts dishes by name. */
export async function aShop(
  db: Db,
  {
    store = {},
    stock = {},
  }: { store?: Record<string, unknown>; stock?: Partial<Record<'noodles' | 'salad' | 'tea', number>> } = {},
): Promise<Shop> {
  const place = await aStore(db, await aBrand(db), store)
  const noodles = await aDish(db, place, { name: '牛肉麵', price: 180 })
  const salad = await aDish(db, place, { name: '小黃瓜', price: 60 })
  const tea = await aDish(db, place, { name: '紅茶', price: 30 })
  await aMenu(db, place, [
    { name: '麵', stationId: place.stationId, dishes: [noodles] },
    { name: '小菜', stationId: place.coldId, dishes: [salad] },
    { name: '飲料', stationId: null, dishes: [tea] },
  ])
  const shop = { ...place, noodles, salad, tea }
  for (const [name, total] of Object.entries(stock)) await counted(db, shop, shop[name as 'noodles'], total)
  return shop
}

/** So many portions of a dish lie there. */
export async function counted(db: Db, store: Store, dishId: string, total: number): Promise<void> {
  must(await act(db, setStock, staffCtx(store), { dishId, type: 'count', total }))
}

export async function anAccount(db: Db, name = '阿哲'): Promise<string> {
  const id = newId()
  await db.insertInto('account').values({ id, name }).execute()
  return id
}

type Place = { brandId: string; storeId: string }

const ctxOf = ({ brandId, storeId }: Place, actor: Actor, now: Date): Ctx => ({
  ...{ now, actor, brandId, storeId, lang: 'zh-Hant', requestId: 'test' },
})

export const grantAt = (
  { brandId, storeId }: Place,
  rights = { p1: true, p2: true, p3: true, p4: true },
): StaffGrant => ({
  ...{ role: 'store_staff', brandId, storeId },
  ...rights,
})

/** A member of the store's staff. Without an account of the database nothing may be signed by them: pass one to confirm money. */
export const staffCtx = (place: Place, { now = noon, accountId = null as string | null, name = '阿哲' } = {}): Ctx =>
  ctxOf(place, { kind: 'person', accountId: accountId as string, name, visitor: '', grants: [grantAt(place)] }, now)

/** Someone with an account, at home nowhere. */
export const customerCtx = (place: Place, accountId: string, now = noon): Ctx =>
  ctxOf(place, { kind: 'person', accountId, name: '林小姐', visitor: '', grants: [] }, now)

/** Someone in a browser nobody knows; the same visitor comes back. */
export const guestCtx = (place: Place, visitor = newId(), now = noon): Ctx =>
  ctxOf(place, { kind: 'guest', visitor }, now)

export const at = (ctx: Ctx, now: Date): Ctx => ({ ...ctx, now })
