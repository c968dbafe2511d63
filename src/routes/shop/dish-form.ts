import type { StoreView } from '../../domain/cart/queries'
import type { MenuDish } from '../../domain/menu/content'
import { groupsOf, limitsOf, unitPriceOf } from '../../domain/menu/options'
import type { DishProps } from '../../views/shop/dish'
import { type DishGroup, type GroupProblem, groupField } from '../../views/shop/dish-group'
import { NotFound } from '../kit/errors'

/** What a dish's form says. */
export type Choice = { optionIds: string[]; quantity: number; note: string }

const few = 5

function groupsFor({ content, availability }: StoreView, dish: MenuDish): DishGroup[] {
  return groupsOf(content, dish).map((group) => {
    const soldOut = new Set(group.options.filter(availability.isOptionSoldOut).map(({ id }) => id))
    const left = new Map<string, number>()
    for (const option of group.options) {
      const rest = Math.min(...availability.drawsOn({ id: '' }, [option]).map((draw) => draw.left))
      if (rest > 0 && rest <= few) left.set(option.id, rest)
    }
    return { group, ...limitsOf(group), soldOut, left }
  })
}

/** What stands chosen before anyone chooses: the defaults that can be had. */
function defaultsOf(groups: DishGroup[]): string[] {
  return groups.flatMap(({ group, soldOut }) =>
    group.options.filter(({ id, isDefault }) => isDefault && !soldOut.has(id)).map(({ id }) => id),
  )
}

type Asked = {
  line?: string | undefined
  choice?: Choice | undefined
  problems?: GroupProblem[]
  refusal?: string | undefined
}

/** A dish as its sheet shows it: fresh, with a line to change, or as it was typed with what is wrong. Not on the menu: 404. */
export function dishProps(
  view: StoreView,
  dishId: string,
  { line, choice, problems = [], refusal }: Asked = {},
): DishProps {
  const dish = view.content.dishes[dishId]
  if (!dish) throw new NotFound()
  const groups = groupsFor(view, dish)
  const ordered = view.priced.lines.filter((other) => other.dishId === dishId)
  const own = view.cart.lines.find(({ id, dishId: of }) => id === line && of === dishId)
  const shown = choice ?? own ?? { optionIds: defaultsOf(groups), quantity: 1, note: '' }
  const chosen = new Set(shown.optionIds)
  const options = groups.flatMap(({ group }) => group.options.filter(({ id }) => chosen.has(id)))
  return {
    store: view.store,
    dish,
    availability: view.availability.dish(dishId),
    groups,
    chosen,
    quantity: shown.quantity,
    note: shown.note,
    unitPrice: unitPriceOf(dish, options),
    line: own?.id,
    ordered: own ? [] : ordered,
    problems,
    refusal,
  }
}

type Body = Record<string, unknown>

/** Reads a dish's form: every group's choices, how many, and the note. */
export function readChoice(body: Body): Choice {
  const prefix = groupField('')
  const optionIds = Object.entries(body)
    .filter(([name]) => name.startsWith(prefix))
    .flatMap(([, value]) => [value].flat())
    .filter((value): value is string => typeof value === 'string' && value !== '')
  const note = typeof body.note === 'string' ? body.note : ''
  return { optionIds, quantity: body.quantity === undefined ? 1 : Number(body.quantity), note }
}
