import { z } from 'zod'
import { allergens, dishTags } from '../../domain/menu/facts'

/** A text in Traditional Chinese, the demo brands' own language, and in English. */
const pair = z.tuple([z.string().min(1), z.string().min(1)])
const names = { tags: z.array(z.enum(dishTags)).default([]), allergens: z.array(z.enum(allergens)).default([]) }
const plate = z.enum(['rice', 'soy', 'chili', 'egg', 'leaf', 'sea', 'yam'])

const option = z.strictObject({
  key: z.string().optional(),
  name: pair,
  price: z.int().default(0),
  /** Key of the dish whose stock the option draws on. */
  dish: z.string().optional(),
  isDefault: z.boolean().default(false),
  allergens: names.allergens,
})

export const optionCategory = z.strictObject({
  key: z.string(),
  name: pair,
  inputType: z.enum(['single', 'multiple']),
  min: z.int(),
  max: z.int(),
  options: z.array(option).min(1),
})

const dish = z.strictObject({
  key: z.string(),
  name: pair,
  description: pair.optional(),
  price: z.int(),
  emoji: z.string(),
  plate,
  isDrink: z.boolean().default(false),
  ...names,
  origin: pair.optional(),
  options: z.array(z.string()).default([]),
})

/** Weekday (0 = Sunday), minute it opens, minute it closes: past 1440 means after midnight. */
const hours = z.tuple([z.int(), z.int(), z.int()])

const settings = z.strictObject({
  takesDineIn: z.boolean().optional(),
  takesDelivery: z.boolean().optional(),
  deliveryFee: z.int().optional(),
  deliveryMinimum: z.int().optional(),
  deliveryMinutes: z.int().optional(),
  prepMinutes: z.int().optional(),
  lastOrderMinutes: z.int().optional(),
  serviceChargeBp: z.int().optional(),
  kitchenStart: z.enum(['payment', 'acceptance']).optional(),
  autoAccept: z.boolean().optional(),
})

const stock = z.strictObject({
  dish: z.string().optional(),
  option: z.string().optional(),
  total: z.int().default(0),
  alert: z.int().default(0),
  target: z.int().default(0),
  isStopped: z.boolean().default(false),
})

const storeBase = z.strictObject({
  slug: z.string(),
  name: pair,
  phone: z.string(),
  address: pair,
  settings,
  hours: z.array(hours),
  /** Days counted from the day of seeding; without minutes the store is closed all day. */
  exceptions: z.array(
    z.strictObject({ inDays: z.int(), opens: z.int().optional(), closes: z.int().optional(), reason: pair }),
  ),
  announcements: z.array(z.strictObject({ text: pair, toDays: z.int().optional() })),
  stations: z.array(z.strictObject({ key: z.string(), name: pair })),
  stock: z.array(stock),
})

const menuCategory = z.strictObject({
  name: pair,
  station: z.string().nullable(),
  dishes: z.array(z.union([z.string(), z.strictObject({ dish: z.string(), price: z.int() })])),
})

const brandBase = z.strictObject({
  slug: z.string(),
  name: pair,
  description: pair,
  seal: z.string(),
  accent: z.record(z.string(), z.string()),
  optionCategories: z.array(optionCategory),
})

export const brandData = brandBase.extend({
  dishes: z.array(dish),
  stores: z.array(storeBase.extend({ menu: z.array(menuCategory) })),
})

/** A tea shop says of each drink what its price list does not: the rest is read from the list. */
export const teaShopData = brandBase.extend({
  categories: z.record(z.string(), pair),
  cup: z.strictObject({ name: pair, sizes: z.record(z.string(), pair) }),
  temperature: z.strictObject({ name: pair, iced: z.array(pair), hot: pair }),
  drinks: z.record(
    z.string(),
    z.strictObject({ name: z.string(), description: pair, emoji: z.string(), plate, ...names }),
  ),
  stores: z.array(
    storeBase.extend({ menu: z.array(z.strictObject({ category: z.string(), station: z.string().nullable() })) }),
  ),
})

export type Pair = z.infer<typeof pair>
export type DishData = z.infer<typeof dish>
export type OptionCategoryData = z.infer<typeof optionCategory>
export type StoreData = z.infer<typeof brandData>['stores'][number]
export type BrandData = z.infer<typeof brandData>
export type TeaShopData = z.infer<typeof teaShopData>
