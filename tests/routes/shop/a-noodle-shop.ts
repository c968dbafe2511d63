import { newId } from '../../../src/domain/shared/ids'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import type { Site } from '../../support/site'
import { aBrand, aDish, aMenu, anOptionCategory, aStore, counted, later, noon, type Store } from '../../support/world'

export { later, noon }

export type NoodleShop = Store & {
  /** 牛肉麵 180, with a noodle to choose and up to two extras. */
  bowl: string
  /** 小黃瓜 60 and 紅茶 30: added with one tap. */
  salad: string
  tea: string
  noodle: { id: string; optionIds: string[] }
  extras: { id: string; optionIds: string[] }
}

type Wanted = {
  store?: Record<string, unknown>
  brand?: Record<string, unknown>
  stock?: Partial<Record<'bowl' | 'salad' | 'tea', number>>
}

/** A shop at noon whose bowl must be chosen (細麵 or 刀削麵 +10; 滷蛋 +15, 加麵 +20, 燙青菜 +35), with names in both languages. */
export async function aNoodleShop(
  site: Site,
  { store = {}, brand = {}, stock = {} }: Wanted = {},
): Promise<NoodleShop> {
  site.setNow(noon)
  const { db } = site
  const place = await aStore(db, await aBrand(db, brand), {
    phone: '02-2393-0087',
    address: '永康街 31 巷 8 號',
    deliveryFee: 40,
    ...store,
  })
  const noodle = await anOptionCategory(db, place, {
    name: '麵條',
    min: 1,
    max: 1,
    options: [{ name: '細麵' }, { name: '刀削麵', price: 10 }],
  })
  const options = [
    { name: '滷蛋', price: 15 },
    { name: '加麵', price: 20 },
    { name: '燙青菜', price: 35 },
  ]
  const extras = await anOptionCategory(db, place, { name: '加料', min: 0, max: 2, options })
  const bowl = await aDish(db, place, { name: '牛肉麵', price: 180, groups: [noodle.id, extras.id] })
  const salad = await aDish(db, place, { name: '小黃瓜', price: 60 })
  const tea = await aDish(db, place, { name: '紅茶', price: 30 })
  const english: [string, string][] = [
    [place.brandId, 'Xiaoman Noodles'],
    [place.storeId, 'Yongkang'],
    [bowl, 'Beef Noodles'],
    [salad, 'Smashed Cucumber'],
    [tea, 'Black Tea'],
    [noodle.id, 'Noodles'],
  ]
  await db
    .insertInto('translation')
    .values(
      english.map(([subjectId, text]) => ({ brandId: place.brandId, subjectId, field: 'name', lang: 'en', text })),
    )
    .execute()
  await aMenu(db, place, [
    { name: '麵', stationId: place.stationId, dishes: [bowl] },
    { name: '小菜', stationId: place.coldId, dishes: [salad] },
    { name: '飲料', stationId: null, dishes: [tea] },
  ])
  const shop = { ...place, bowl, salad, tea, noodle, extras }
  for (const [name, total] of Object.entries(stock)) await counted(db, shop, shop[name as 'bowl'], total)
  return shop
}

export const placeOf = ({ brandSlug, storeSlug }: Store) => ({ brand: brandSlug, store: storeSlug })
export const menuUrl = (shop: Store): string => paths.shop.href(placeOf(shop))
export const cartUrl = (shop: Store): string => paths.cart.href(placeOf(shop))
export const linesUrl = (shop: Store): string => paths.cartLines.href(placeOf(shop))
export const checkoutUrl = (shop: Store): string => paths.checkout.href(placeOf(shop))
export const dishUrl = (shop: Store, dish: string): string => paths.shopDish.href({ ...placeOf(shop), dish })

/** One portion, put in the cart with a plain form. */
export const add = (client: Client, shop: NoodleShop, dish: 'salad' | 'tea' = 'salad') =>
  client.post(linesUrl(shop), { dish: shop[dish], key: newId() })

export const orderForm = (more: Record<string, string> = {}) => ({
  key: newId(),
  orderType: 'takeout',
  paymentMethod: 'cash',
  contactName: '林小姐',
  contactPhone: '0912 345 678',
  ...more,
})

/** Orders one salad and pays at the counter; gives the order's id. */
export async function ordered(client: Client, shop: NoodleShop, more: Record<string, string> = {}): Promise<string> {
  await add(client, shop)
  const { location, text } = await client.post(checkoutUrl(shop), orderForm(more))
  const id = /\/orders\/([\w-]{36})/.exec(location ?? '')?.[1]
  if (!id) throw new Error(textOf(text))
  return id
}

/** A guest with one salad in the cart. */
export async function aFullCart(site: Site, wanted: Wanted = {}): Promise<{ shop: NoodleShop; guest: Client }> {
  const shop = await aNoodleShop(site, wanted)
  const guest = site.client()
  await add(guest, shop)
  return { shop, guest }
}

export const ordersOf = (site: Site, shop: NoodleShop) =>
  site.db.selectFrom('orders').selectAll().where('storeId', '=', shop.storeId).execute()

/** What a page says, without its markup. */
export const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

/** The line of the menu that shows this dish. */
export const lineOf = (html: string, dish: string): string =>
  html.split(`data-dish="${dish}"`)[1]?.split('</li>')[0] ?? ''

/** What a form would send as it stands: its action, and the values of its fields (those outside it that name it included). */
export function formOf(html: string, id: string): { action: string; values: Record<string, string> } {
  const form = new RegExp(`<form[^>]*id="${id}"[^>]*>([\\s\\S]*?)</form>`).exec(html)
  const action = /action="([^"]*)"/.exec(form?.[0] ?? '')?.[1] ?? ''
  const inside = form?.[1] ?? ''
  const outside = [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(`form="${id}"`))
  const values: Record<string, string> = {}
  for (const tag of [...(inside.match(/<input[^>]*>/g) ?? []), ...outside]) {
    const [name, value = 'on', type] = ['name', 'value', 'type'].map(
      (key) => new RegExp(`${key}="([^"]*)"`).exec(tag)?.[1],
    )
    const isOff = (type === 'radio' || type === 'checkbox') && !/\schecked/.test(tag)
    if (name && !isOff && !/\sdisabled/.test(tag)) values[name] = value
  }
  for (const [, name = '', text = ''] of inside.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g))
    values[name] = text
  return { action, values }
}
