import type { Texts } from '../shared/ctx'
import { ok, type Result, refuse } from '../shared/result'
import type { MenuContent, MenuDish, MenuOption, MenuOptionCategory } from './content'

/** What is wrong with one choice: too few or too many of a group, or options that are not this dish's. */
export type OptionProblem =
  | { problem: 'too_few' | 'too_many'; categoryId: string; name: Texts; min: number; max: number; chosen: number }
  | { problem: 'unknown'; optionIds: string[] }

export type BadOptions = { reason: 'bad_options'; problems: OptionProblem[] }

/** The option groups a dish offers, in order. */
export const groupsOf = (content: MenuContent, dish: MenuDish): MenuOptionCategory[] =>
  dish.optionCategoryIds.flatMap((id) => content.optionCategories[id] ?? [])

/** The least and the most that may be chosen of a group; a single choice is one at most. */
export const limitsOf = (group: MenuOptionCategory): { min: number; max: number } => ({
  min: group.min,
  max: group.inputType === 'single' ? 1 : group.max,
})

/**
 * The options of a choice in menu order, each once, if they belong to the dish and every group is met.
 * Refuses with all that is wrong, so that a form can mark each group.
 */
export function chooseOptions(
  content: MenuContent,
  dish: MenuDish,
  optionIds: readonly string[],
): Result<MenuOption[], BadOptions> {
  const wanted = new Set(optionIds)
  const problems: OptionProblem[] = []
  const chosen = groupsOf(content, dish).flatMap((group) => {
    const picked = group.options.filter((o) => wanted.delete(o.id))
    const { min, max } = limitsOf(group)
    const about = { categoryId: group.id, name: group.name, min, max, chosen: picked.length }
    if (picked.length < min) problems.push({ problem: 'too_few', ...about })
    if (picked.length > max) problems.push({ problem: 'too_many', ...about })
    return picked
  })
  if (wanted.size > 0) problems.push({ problem: 'unknown', optionIds: [...wanted] })
  return problems.length === 0 ? ok(chosen) : refuse({ reason: 'bad_options', problems })
}

/** What one portion costs: the dish with its options, in minor units, never below zero. */
export const unitPriceOf = (dish: MenuDish, options: readonly MenuOption[]): number =>
  Math.max(
    0,
    options.reduce((sum, option) => sum + option.price, dish.price),
  )

type Chosen = { dishId: string; options: readonly { id: string }[] }

/** Lines with the dish that each of their options stands for, where it does. */
export const withDishes = <L extends Chosen>(content: MenuContent, lines: readonly L[]) =>
  lines.map((line) => {
    const dish = content.dishes[line.dishId]
    const known = new Map((dish ? groupsOf(content, dish) : []).flatMap((group) => group.options).map((o) => [o.id, o]))
    return { ...line, options: line.options.map(({ id }) => ({ id, refDishId: known.get(id)?.refDishId ?? null })) }
  })
