import type { Db } from '../../db/connect'
import type { Lang, Texts } from '../shared/ctx'
import type { MenuCategory, MenuContent, MenuDish, MenuOptionCategory, MenuPicture } from './content'
import { categoryRows, dishRows, groupRows, optionRows } from './menu-rows'

type Place = { brandId: string; storeId: string }
type Words = (id: string, field: string, own: string) => Texts

/** The menu being edited, as it would be published; null when the store has none. `unroutable` names categories of a foreign station. */
export async function readMenu(
  db: Db,
  place: Place,
): Promise<{ content: MenuContent; unroutable: { id: string; name: Texts }[] } | null> {
  const { brandId, storeId } = place
  const menu = await db
    .selectFrom('menu')
    .select('id')
    .where('brandId', '=', brandId)
    .where('storeId', '=', storeId)
    .where('isActive', '=', true)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!menu) return null
  const words = await wordsOf(db, brandId)
  const rows = await categoryRows(db, brandId, menu.id)
  const items = await dishRows(db, brandId, menu.id)
  const groups = await groupRows(db, brandId, [...new Set(items.map(({ id }) => id))])

  const stationOf = new Map(rows.map(({ id, stationId }) => [id, stationId]))
  const dishes: Record<string, MenuDish> = {}
  for (const { categoryId, price, basePrice, ...dish } of items) {
    dishes[dish.id] ??= {
      ...textsOfDish(words, dish),
      id: dish.id,
      price: price ?? basePrice,
      picture: pictureOf(dish),
      plate: dish.plate,
      isDrink: dish.isDrink,
      tags: dish.tags,
      allergens: dish.allergens,
      stationId: stationOf.get(categoryId) ?? null,
      optionCategoryIds: groups.filter(({ dishId }) => dishId === dish.id).map(({ id }) => id),
    }
  }
  const categories: MenuCategory[] = rows.map(({ id, name, stationId }) => ({
    id,
    name: words(id, 'name', name),
    stationId,
    dishIds: items.filter(({ categoryId }) => categoryId === id).map((item) => item.id),
  }))
  const unroutable = rows.filter(({ stationId, stationStoreId }) => stationId !== null && stationStoreId !== storeId)
  return {
    content: {
      categories: categories.filter(({ dishIds }) => dishIds.length > 0),
      dishes,
      optionCategories: await optionCategories(db, brandId, words, [...new Set(groups.map(({ id }) => id))]),
    },
    unroutable: unroutable.map(({ id, name }) => ({ id, name: words(id, 'name', name) })),
  }
}

async function wordsOf(db: Db, brandId: string): Promise<Words> {
  const { defaultLang } = await db
    .selectFrom('brand')
    .select('defaultLang')
    .where('id', '=', brandId)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('translation')
    .select(['subjectId', 'field', 'lang', 'text'])
    .where('brandId', '=', brandId)
    .where('field', 'in', ['name', 'description', 'origin'])
    .execute()
  const others = new Map<string, Texts>()
  for (const { subjectId, field, lang, text } of rows) {
    const key = `${subjectId}/${field}`
    others.set(key, { ...others.get(key), [lang as Lang]: text })
  }
  return (id, field, own) => ({
    ...(own === '' ? {} : { [defaultLang as Lang]: own }),
    ...others.get(`${id}/${field}`),
  })
}

const textsOfDish = (words: Words, dish: { id: string; name: string; description: string; origin: string }) => ({
  name: words(dish.id, 'name', dish.name),
  description: words(dish.id, 'description', dish.description),
  origin: words(dish.id, 'origin', dish.origin),
})

type PictureRow = {
  pictureId: string | null
  fileName: string | null
  width: number | null
  height: number | null
  widths: number[] | null
  isCutout: boolean | null
}

const pictureOf = ({ pictureId, fileName, width, height, widths, isCutout }: PictureRow): MenuPicture | null =>
  pictureId && fileName && width && height
    ? { id: pictureId, fileName, width, height, widths: widths ?? [], isCutout: isCutout ?? false }
    : null

async function optionCategories(
  db: Db,
  brandId: string,
  words: Words,
  ids: string[],
): Promise<Record<string, MenuOptionCategory>> {
  const rows = await optionRows(db, brandId, ids)
  const groups: Record<string, MenuOptionCategory> = {}
  for (const { id, name, inputType, minChoices, maxChoices, optionId, optionName, ...option } of rows) {
    groups[id] ??= { id, name: words(id, 'name', name), inputType, min: minChoices, max: maxChoices, options: [] }
    if (!optionId) continue
    groups[id].options.push({
      id: optionId,
      name: words(optionId, 'name', optionName ?? ''),
      price: option.priceDelta ?? 0,
      refDishId: option.refDishId,
      isDefault: option.isDefault ?? false,
      allergens: option.allergens ?? [],
    })
  }
  return groups
}
