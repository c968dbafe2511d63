import { addDays, localTime } from '../../domain/brands/business-day'
import { publishMenu } from '../../domain/menu/publish'
import { systemCtx } from '../../domain/shared/ctx'
import { newId } from '../../domain/shared/ids'
import type { Tx } from '../connect'
import { at, type Catalogue } from './catalogue'
import { countStock } from './load-stock'
import type { StoreData } from './shape'
import { Texts } from './texts'

const dayMs = 86_400_000
const timeZone = 'Asia/Taipei'

/** Inserts a store with its hours, stations, menu and stock, publishes the menu, and gives the store's id. */
export async function loadStore(tx: Tx, data: StoreData, catalogue: Catalogue, now: Date): Promise<string> {
  const { brandId } = catalogue
  const id = newId()
  const texts = new Texts(brandId)
  const { slug, phone, settings } = data
  const name = texts.add(id, 'name', data.name)
  const address = texts.add(id, 'address', data.address)
  await tx
    .insertInto('store')
    .values({ brandId, id, slug, phone, name, address, timeZone, ...settings })
    .execute()

  await loadHours(tx, data, { brandId, storeId: id }, now, texts)
  await loadMenu(tx, data, catalogue, id, texts)
  await texts.save(tx)
  await countStock(tx, data, catalogue, id, now)

  const published = await publishMenu(tx, systemCtx({ brandId, storeId: id }, now, 'demo'), {})
  if (!published.ok) throw new Error(`the demo menu of ${slug} is refused: ${published.refusal.reason}`)
  return id
}

type Place = { brandId: string; storeId: string }

async function loadHours(tx: Tx, data: StoreData, place: Place, now: Date, texts: Texts): Promise<void> {
  const hours = data.hours.map(([weekday, opensMinute, closesMinute]) => ({
    ...place,
    id: newId(),
    weekday,
    opensMinute,
    closesMinute,
  }))
  await tx.insertInto('storeHours').values(hours).execute()

  const today = localTime(now, timeZone).day
  const exceptions = data.exceptions.map(({ inDays, opens, closes, reason }) => {
    const id = newId()
    const minutes = { opensMinute: opens ?? null, closesMinute: closes ?? null }
    return { ...place, id, day: addDays(today, inDays), ...minutes, reason: texts.add(id, 'reason', reason) }
  })
  if (exceptions.length > 0) await tx.insertInto('storeHoursException').values(exceptions).execute()

  const announcements = data.announcements.map(({ text, toDays }) => {
    const id = newId()
    const endsAt = toDays === undefined ? null : new Date(now.getTime() + toDays * dayMs)
    return { ...place, id, text: texts.add(id, 'text', text), endsAt }
  })
  if (announcements.length > 0) await tx.insertInto('announcement').values(announcements).execute()
}

async function loadMenu(tx: Tx, data: StoreData, { brandId, dishes }: Catalogue, storeId: string, texts: Texts) {
  const stations = new Map(data.stations.map(({ key }) => [key, newId()]))
  const stationRows = data.stations.map(({ key, name }, position) => {
    const id = at(stations, key)
    return { brandId, storeId, id, name: texts.add(id, 'name', name), position }
  })
  const menuId = newId()
  const categories = data.menu.map(({ name, station, dishes }, position) => {
    const id = newId()
    const stationId = station === null ? null : at(stations, station)
    return { row: { brandId, id, menuId, name: texts.add(id, 'name', name), stationId, position }, dishes }
  })
  const items = categories.flatMap(({ row, dishes: listed }) =>
    listed.map((entry, position) => {
      const [key, price] = typeof entry === 'string' ? [entry, null] : [entry.dish, entry.price]
      return { brandId, id: newId(), menuCategoryId: row.id, dishId: at(dishes, key), price, position }
    }),
  )
  await tx.insertInto('station').values(stationRows).execute()
  await tx.insertInto('menu').values({ brandId, id: menuId, storeId, name: data.name[0] }).execute()
  await tx
    .insertInto('menuCategory')
    .values(categories.map(({ row }) => row))
    .execute()
  await tx.insertInto('menuItem').values(items).execute()
}
