import { addPictures } from '../../domain/menu/add-pictures'
import type { DerivedPicture } from '../../domain/menu/pictures'
import { newId } from '../../domain/shared/ids'
import type { Tx } from '../connect'
import { at } from './catalogue'
import { loadStore } from './load-store'
import type { BrandData } from './shape'
import { Texts } from './texts'

export type Demo = { now: Date; pictures: Map<string, DerivedPicture> }
export type LoadedBrand = { brandId: string; stores: Map<string, string> }

/** Inserts a brand with its dishes, options and stores, each table in one statement, and publishes every store's menu. */
export async function loadBrand(tx: Tx, data: BrandData, demo: Demo): Promise<LoadedBrand> {
  const brandId = newId()
  const texts = new Texts(brandId)
  const { slug, seal, accent } = data
  const name = texts.add(brandId, 'name', data.name)
  const description = texts.add(brandId, 'description', data.description)
  await tx
    .insertInto('brand')
    .values({ id: brandId, slug, seal, name, description, accent: JSON.stringify(accent) })
    .execute()

  const dishes = await loadDishes(tx, data, demo, brandId, texts)
  const options = await loadOptions(tx, data, brandId, dishes, texts)
  await texts.save(tx)

  const stores = new Map<string, string>()
  for (const store of data.stores)
    stores.set(store.slug, await loadStore(tx, store, { brandId, dishes, options }, demo.now))
  return { brandId, stores }
}

async function loadDishes(tx: Tx, data: BrandData, demo: Demo, brandId: string, texts: Texts) {
  const pictures = new Map(data.dishes.map(({ emoji }) => [emoji, pictureOf(demo, emoji)]))
  const kept = await addPictures(tx, { brandId }, { pictures: [...pictures.values()] })
  if (!kept.ok) throw new Error('demo pictures refused')

  const ids = new Map(data.dishes.map(({ key }) => [key, newId()]))
  const rows = data.dishes.map((dish) => {
    const id = at(ids, dish.key)
    return {
      brandId,
      id,
      name: texts.add(id, 'name', dish.name),
      description: texts.add(id, 'description', dish.description),
      origin: texts.add(id, 'origin', dish.origin),
      basePrice: dish.price,
      pictureId: at(kept.value, at(pictures, dish.emoji).fileName),
      plate: dish.plate,
      isDrink: dish.isDrink,
      tags: dish.tags,
      allergens: dish.allergens,
    }
  })
  await tx.insertInto('dish').values(rows).execute()
  return ids
}

async function loadOptions(tx: Tx, data: BrandData, brandId: string, dishes: Map<string, string>, texts: Texts) {
  const categories = new Map(data.optionCategories.map(({ key }) => [key, newId()]))
  const named = new Map<string, string>()
  const rows = data.optionCategories.map(({ key, name, inputType, min, max }) => {
    const id = at(categories, key)
    return { brandId, id, name: texts.add(id, 'name', name), inputType, minChoices: min, maxChoices: max }
  })
  const options = data.optionCategories.flatMap((category) =>
    category.options.map((option, position) => {
      const id = newId()
      if (option.key) named.set(option.key, id)
      return {
        brandId,
        id,
        optionCategoryId: at(categories, category.key),
        name: texts.add(id, 'name', option.name),
        priceDelta: option.price,
        refDishId: option.dish ? at(dishes, option.dish) : null,
        isDefault: option.isDefault,
        allergens: option.allergens,
        position,
      }
    }),
  )
  const links = data.dishes.flatMap((dish) =>
    dish.options.map((key, position) => ({
      brandId,
      dishId: at(dishes, dish.key),
      optionCategoryId: at(categories, key),
      position,
    })),
  )
  await tx.insertInto('optionCategory').values(rows).execute()
  await tx.insertInto('option').values(options).execute()
  await tx.insertInto('dishOptionCategory').values(links).execute()
  return named
}

const pictureOf = (demo: Demo, emoji: string): DerivedPicture => at(demo.pictures, emoji)
