import type { StockState } from '../../../src/domain/menu/availability'
import type { MenuContent, MenuDish, MenuOption, MenuOptionCategory } from '../../../src/domain/menu/content'

/** A menu for tests of pure rules: dishes by id with their price and groups; groups with limits and options by id with their price. */
export function aMenuOf(
  dishes: Record<string, { price?: number; groups?: string[] }>,
  groups: Record<
    string,
    { min?: number; max?: number; single?: boolean; options: Record<string, number | Partial<MenuOption>> }
  > = {},
): MenuContent {
  const dish = (id: string, { price = 100, groups = [] }: { price?: number; groups?: string[] }): MenuDish => ({
    id,
    name: { 'zh-Hant': `菜 ${id}`, en: `Dish ${id}` },
    description: {},
    price,
    picture: null,
    plate: 'rice',
    isDrink: false,
    tags: [],
    allergens: [],
    origin: {},
    stationId: 'station',
    optionCategoryIds: groups,
  })
  const option = (id: string, given: number | Partial<MenuOption>): MenuOption => ({
    id,
    name: { 'zh-Hant': id },
    price: 0,
    refDishId: null,
    isDefault: false,
    allergens: [],
    ...(typeof given === 'number' ? { price: given } : given),
  })
  const group = (
    id: string,
    { min = 0, max = 1, single = false, options }: (typeof groups)[string],
  ): MenuOptionCategory => ({
    id,
    name: { 'zh-Hant': id },
    inputType: single ? 'single' : 'multiple',
    min,
    max,
    options: Object.entries(options).map(([key, given]) => option(key, given)),
  })
  const ids = Object.keys(dishes)
  return {
    categories: [{ id: 'all', name: { 'zh-Hant': '全部' }, stationId: 'station', dishIds: ids }],
    dishes: Object.fromEntries(ids.map((id) => [id, dish(id, dishes[id]!)])),
    optionCategories: Object.fromEntries(Object.entries(groups).map(([id, given]) => [id, group(id, given)])),
  }
}

/** What is left of a dish (or, with `option:`, an option); 'stopped' is switched off. */
export const left = (id: string, total: number | 'stopped', more: Partial<StockState> = {}): StockState => ({
  dishId: id.startsWith('option:') ? null : id,
  optionId: id.startsWith('option:') ? id.slice(7) : null,
  isStopped: total === 'stopped',
  isTracked: total !== 'stopped',
  total: total === 'stopped' ? 0 : total,
  quota: null,
  alertLevel: 0,
  ...more,
})
