import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { Ctx, Texts } from '../shared/ctx'
import type { MenuContent, MenuPicture } from './content'
import { menuVersion } from './version'

type Levels = {
  /** null until the subject is first counted or stopped. */
  inventoryId: string | null
  isTracked: boolean
  totalStock: number
  hasOnlineQuota: boolean
  availableStock: number
  alertLevel: number
  targetLevel: number
  isStopped: boolean
  isSoldOut: boolean
  /** Taken by open orders that have not been completed. */
  heldQuantity: number
}

export type StockRow = Levels & {
  dishId: string | null
  optionId: string | null
  name: Texts
  /** The menu category of a dish, the option category of an option. */
  categoryId: string
  category: Texts
  /** As the menu shows the dish; an option has none. */
  picture: MenuPicture | null
  plate: string
  isDrink: boolean
  isLow: boolean
}

type Subject = Omit<StockRow, keyof Levels | 'isLow'>
type LevelRow = Levels & { dishId: string | null; optionId: string | null }

const unknown: Levels = {
  inventoryId: null,
  isTracked: false,
  totalStock: 0,
  hasOnlineQuota: false,
  availableStock: 0,
  alertLevel: 0,
  targetLevel: 0,
  isStopped: false,
  isSoldOut: false,
  heldQuantity: 0,
}

/**
 * Everything the store's live menu sells, in menu order, with what is left of it; then the options that have a stock of their own.
 * One round trip and the cached menu.
 */
export async function stockList(db: Db, { brandId, storeId }: Pick<Ctx, 'brandId' | 'storeId'>): Promise<StockRow[]> {
  const { rows } = await sql<{ menuVersionId: string | null; levels: LevelRow[] | null }>`
    with held as (
      select h.inventory_id, sum(h.quantity)::int as quantity
      from orders o join stock_hold h on h.brand_id = o.brand_id and h.order_id = o.id and h.state in ('held', 'sold')
      where o.brand_id = ${brandId} and o.store_id = ${storeId}
        and o.fulfilment in ('draft', 'placed', 'accepted', 'preparing', 'ready', 'out_for_delivery')
      group by h.inventory_id)
    select s.menu_version_id,
      (select json_agg(json_build_object('inventoryId', i.id, 'dishId', i.dish_id, 'optionId', i.option_id,
          'isTracked', i.is_tracked, 'totalStock', i.total_stock, 'hasOnlineQuota', i.has_online_quota,
          'availableStock', i.available_stock, 'alertLevel', i.alert_level, 'targetLevel', i.target_level,
          'isStopped', i.is_stopped, 'isSoldOut', i.is_sold_out, 'heldQuantity', coalesce(h.quantity, 0)))
        from inventory i left join held h on h.inventory_id = i.id
        where i.brand_id = s.brand_id and i.store_id = s.id) as levels
    from store s where s.brand_id = ${brandId} and s.id = ${storeId}`.execute(db)
  const [row] = rows
  if (!row?.menuVersionId) return []
  const bySubject = new Map((row.levels ?? []).map((level) => [level.dishId ?? level.optionId, level]))
  return subjectsOf(await menuVersion(db, brandId, row.menuVersionId)).map((subject) => {
    const {
      dishId: _,
      optionId: __,
      ...levels
    } = bySubject.get(subject.dishId ?? subject.optionId) ?? {
      ...unknown,
      dishId: null,
      optionId: null,
    }
    const isLow = levels.isTracked && !levels.isSoldOut && levels.totalStock <= levels.alertLevel
    return { ...subject, ...levels, isLow }
  })
}

/** Dishes where the menu first has them, then options that do not draw on a dish. */
function subjectsOf({ categories, dishes, optionCategories }: MenuContent): Subject[] {
  const seen = new Set<string>()
  const ofDishes = categories.flatMap(({ id: categoryId, name: category, dishIds }) =>
    dishIds.flatMap((dishId): Subject[] => {
      const dish = dishes[dishId]
      if (!dish || seen.has(dishId)) return []
      seen.add(dishId)
      const { name, picture, plate, isDrink } = dish
      return [{ dishId, optionId: null, name, categoryId, category, picture, plate, isDrink }]
    }),
  )
  const ofOptions = Object.values(optionCategories).flatMap(({ id: categoryId, name: category, options }) =>
    options
      .filter(({ refDishId }) => refDishId === null)
      .map(
        ({ id, name }): Subject => ({
          dishId: null,
          optionId: id,
          name,
          categoryId,
          category,
          picture: null,
          plate: 'rice',
          isDrink: false,
        }),
      ),
  )
  return [...ofDishes, ...ofOptions]
}
