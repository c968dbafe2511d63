import type { Availability, DishAvailability } from '../../domain/menu/availability'
import type { MenuContent } from '../../domain/menu/content'

/**
 * What a menu page shows of stock, as a short text: dishes by their place in the menu, `x` sold out, a number when few are left.
 * Pages name it when they ask what has changed since, so the answer holds only that.
 */
export function stockKeyOf(content: MenuContent, availability: Availability): string {
  const marks: string[] = []
  for (const [i, dishId] of Object.keys(content.dishes).entries()) {
    const mark = markOf(availability.dish(dishId))
    if (mark) marks.push(`${i}${mark}`)
  }
  return marks.join('.')
}

const markOf = (state: DishAvailability): string =>
  state.state === 'sold_out' ? 'x' : state.state === 'low' ? `-${state.left}` : ''

/** The dishes that stand otherwise in one key than in the other. */
export function changedDishes(content: MenuContent, before: string, after: string): string[] {
  const then = new Set(before.split('.'))
  const now = new Set(after.split('.'))
  const changed = [...then].filter((mark) => !now.has(mark)).concat([...now].filter((mark) => !then.has(mark)))
  const ids = Object.keys(content.dishes)
  return [...new Set(changed.map((mark) => ids[Number.parseInt(mark, 10)]).filter((id) => id !== undefined))]
}
