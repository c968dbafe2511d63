import type { ListedDrink, PriceList } from '../../domain/menu/price-list'
import type { BrandData, DishData, OptionCategoryData, TeaShopData } from './shape'

/**
 * A tea shop as a brand: its price list gives the drinks, prices and categories, its data file gives what a list lacks. Sizes
 * and heat become option categories, one for each way they come, shared by all drinks that come that way.
 */
export function teaShop(data: TeaShopData, list: PriceList): BrandData {
  const { categories, cup, temperature, drinks, stores, ...brand } = data
  const shared = new Map<string, OptionCategoryData>()
  const dishes = list.drinks.map((listed) => dishOf(listed, data, shared))
  return {
    ...brand,
    optionCategories: [...shared.values(), ...brand.optionCategories],
    dishes,
    stores: stores.map((store) => ({
      ...store,
      menu: store.menu.map(({ category, station }) => ({
        name: known(categories, category),
        station,
        dishes: list.drinks.filter((drink) => drink.categories.includes(category)).map((drink) => drink.name),
      })),
    })),
  }
}

function dishOf(listed: ListedDrink, data: TeaShopData, shared: Map<string, OptionCategoryData>): DishData {
  const { name, ...drink } = known(data.drinks, listed.name)
  const own = [cupOf(listed, data), temperatureOf(listed, data)].filter((category) => category !== null)
  for (const category of own) shared.set(category.key, category)
  const how = listed.isIced && listed.isHot ? 'hot_or_iced' : listed.isIced ? 'iced_only' : null
  return {
    ...drink,
    key: listed.name,
    name: [listed.name, name],
    price: listed.basePrice,
    isDrink: true,
    tags: how ? [how, ...drink.tags] : drink.tags,
    options: [...own.map(({ key }) => key), ...data.optionCategories.map(({ key }) => key)],
  }
}

function cupOf({ sizes }: ListedDrink, { cup }: TeaShopData): OptionCategoryData | null {
  if (sizes.length === 0) return null
  return {
    ...required,
    key: `cup ${sizes.map(({ mark, delta }) => `${mark}+${delta}`).join(' ')}`,
    name: cup.name,
    options: sizes.map(({ mark, delta }, i) => choice(known(cup.sizes, mark), delta, i === 0)),
  }
}

function temperatureOf({ isIced, isHot, hotDelta }: ListedDrink, { temperature }: TeaShopData): OptionCategoryData {
  const iced = isIced ? temperature.iced.map((name, i) => choice(name, 0, i === 0)) : []
  const hot = isHot ? [choice(temperature.hot, hotDelta, !isIced)] : []
  const key = `temperature ${isIced ? 'iced' : ''} ${isHot ? `hot+${hotDelta}` : ''}`
  return { ...required, key, name: temperature.name, options: [...iced, ...hot] }
}

const required = { inputType: 'single', min: 1, max: 1 } as const

const choice = (name: [string, string], price: number, isDefault: boolean) => ({
  name,
  price,
  isDefault,
  allergens: [],
})

function known<V>(values: Record<string, V>, key: string): V {
  const value = values[key]
  if (value === undefined) throw new Error(`the tea shop's data file says nothing of ${key}`)
  return value
}
