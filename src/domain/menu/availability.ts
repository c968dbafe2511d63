import type { MenuContent, MenuDish, MenuOption, MenuOptionCategory } from './content'
import { groupsOf } from './options'

/** An inventory row as menus read it. A dish or option without a row is never short. */
export type StockState = {
  dishId: string | null
  optionId: string | null
  isStopped: boolean
  isTracked: boolean
  total: number
  /** What may be sold online; null when there is no quota. */
  quota: number | null
  alertLevel: number
}

export type Channel = 'web' | 'counter' | 'api'

export type DishAvailability = { state: 'available' } | { state: 'low'; left: number } | { state: 'sold_out' }

/** What of a menu can be had now. Everything that shows or sells a dish asks this (R25). */
export type Availability = {
  dish(dishId: string): DishAvailability
  /** Portions that may still be sold; null when not counted. */
  leftOf(dishId: string): number | null
  isOptionSoldOut(option: MenuOption): boolean
  /** The stock rows that one portion draws on, as keys, with what is left of each. */
  drawsOn(dish: { id: string }, options: readonly MenuOption[]): { key: string; left: number }[]
}

/** A store that set no alert level shows "n left" from here down. */
const lowByDefault = 5

/**
 * Availability of a menu under these stock rows. An option that refers to a dish shares its stock; a required group that cannot
 * be met any more sells its dish out. Online channels see the quota where there is one.
 */
export function availabilityOf(
  content: MenuContent,
  rows: readonly StockState[],
  channel: Channel = 'web',
): Availability {
  const dishRows = new Map<string, StockState>()
  const optionRows = new Map<string, StockState>()
  for (const row of rows) {
    if (row.dishId) dishRows.set(row.dishId, row)
    else if (row.optionId) optionRows.set(row.optionId, row)
  }
  const left = (row: StockState | undefined) => (row ? remaining(row, channel) : null)

  const isOptionSoldOut = (option: MenuOption) =>
    left(optionRows.get(option.id)) === 0 || (option.refDishId !== null && left(dishRows.get(option.refDishId)) === 0)
  const canBeMet = memo((group: MenuOptionCategory) =>
    group.min === 0 ? true : group.options.filter((o) => !isOptionSoldOut(o)).length >= group.min,
  )
  const isSoldOut = (dish: MenuDish | undefined, own: number | null) =>
    !dish || own === 0 || (rows.length > 0 && !groupsOf(content, dish).every(canBeMet))

  return {
    dish(dishId) {
      const row = dishRows.get(dishId)
      const own = left(row)
      if (isSoldOut(content.dishes[dishId], own)) return { state: 'sold_out' }
      return own !== null && own <= (row?.alertLevel || lowByDefault)
        ? { state: 'low', left: own }
        : { state: 'available' }
    },
    leftOf: (dishId) =>
      isSoldOut(content.dishes[dishId], left(dishRows.get(dishId))) ? 0 : left(dishRows.get(dishId)),
    isOptionSoldOut,
    drawsOn(dish, options) {
      const draws: { key: string; left: number }[] = []
      const draw = (key: string, row: StockState | undefined) => {
        const rest = left(row)
        if (rest !== null) draws.push({ key, left: rest })
      }
      draw(`d:${dish.id}`, dishRows.get(dish.id))
      for (const option of options) {
        draw(`o:${option.id}`, optionRows.get(option.id))
        if (option.refDishId) draw(`d:${option.refDishId}`, dishRows.get(option.refDishId))
      }
      return draws
    },
  }
}

/** Portions left of a row: none when stopped, no limit (null) when not counted. */
function remaining(row: StockState, channel: Channel): number | null {
  if (row.isStopped) return 0
  if (!row.isTracked) return null
  return row.quota === null || channel === 'counter' ? row.total : Math.min(row.quota, row.total)
}

function memo<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    if (!known.has(key)) known.set(key, work(key))
    return known.get(key) as V
  }
}
