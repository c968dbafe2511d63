import type { Wants } from './reserve'

type Portion = { dishId: string; quantity: number; options: readonly { id: string; refDishId: string | null }[] }

/**
 * What these lines draw on, summed by subject before anything is taken: two lines of one dish are one demand. An option draws on
 * its own row and, where it stands for a dish, on the dish's (R22, R23).
 */
export function wantsOf(lines: readonly Portion[]): Wants {
  const wants = new Map<string, number>()
  const want = (subjectId: string, quantity: number) => wants.set(subjectId, (wants.get(subjectId) ?? 0) + quantity)
  for (const { dishId, quantity, options } of lines) {
    want(dishId, quantity)
    for (const option of options) {
      want(option.id, quantity)
      if (option.refDishId) want(option.refDishId, quantity)
    }
  }
  return wants
}
