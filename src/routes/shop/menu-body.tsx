import type { StoreView } from '../../domain/cart/queries'
import type { MenuDish } from '../../domain/menu/content'
import { Box } from '../../views/shop/box'
import type { Counts } from '../../views/shop/cart-changed'
import type { NavCategory } from '../../views/shop/menu-nav'
import { boxSlots, MenuSections, type Section } from '../../views/shop/menu-sections'
import type { C } from '../kit/context'
import { render } from '../kit/show'

/** A rendered menu, cut at its boxes: text, dish id, text, dish id, … text. */
type MenuBody = { pieces: string[]; empty: Map<string, string>; plain: string }

const kept = new Map<string, MenuBody>()
const keptMax = 100
const featuresMax = 6

/** The menu's sections; with `query` only the dishes that it finds. */
export function sectionsOf({ content, availability }: StoreView, query = ''): Section[] {
  const sections = content.categories.map(({ id, name, dishIds }, i): Section => {
    const dishes = dishIds.flatMap((dishId) => content.dishes[dishId] ?? [])
    const found = query === '' ? dishes : dishes.filter((dish) => isFound(dish, query))
    return {
      id: `c${i + 1}`,
      name,
      dishes: found.map((dish) => ({ dish, availability: availability.dish(dish.id) })),
      isFeatured: i === 0 && query === '' && dishIds.length <= featuresMax,
    }
  })
  return sections.filter(({ dishes }) => dishes.length > 0)
}

const isFound = (dish: MenuDish, query: string) =>
  [dish.name, dish.description].some((texts) => Object.values(texts).some((text) => text.toLowerCase().includes(query)))

export const navOf = (sections: Section[]): NavCategory[] =>
  sections.map(({ id, name, dishes }) => ({ id, name, count: dishes.length }))

/**
 * The menu's sections as HTML with this reader's numbers in the boxes. What all readers of a language share is rendered once per
 * published version and state of stock, and kept; a reader's own boxes are spliced in.
 */
export function menuHtml(c: C, view: StoreView, stockKey: string, counts: Counts): string {
  const { store, content } = view
  const key = [store.brandSlug, store.storeSlug, store.menuVersionId, c.var.lang, stockKey].join(' ')
  const body = kept.get(key) ?? renderBody(c, view, sectionsOf(view))
  kept.delete(key)
  kept.set(key, body)
  const oldest = kept.keys().next().value
  if (kept.size > keptMax && oldest) kept.delete(oldest)

  if (counts.size === 0) return body.plain
  const own = new Map<string, string>()
  for (const [dishId, { count, line }] of counts) {
    const dish = content.dishes[dishId]
    if (dish) own.set(dishId, render(c, Box, { place: store, dish, count, line }))
  }
  return body.pieces.map((piece, i) => (i % 2 === 0 ? piece : (own.get(piece) ?? body.empty.get(piece)))).join('')
}

/** The sections that a search finds; not kept. */
export function foundHtml(c: C, view: StoreView, sections: Section[], counts: Counts): string {
  const { pieces, empty } = renderBody(c, view, sections)
  const box = (dishId: string) => {
    const dish = view.content.dishes[dishId]
    const mine = counts.get(dishId)
    return dish && mine ? render(c, Box, { place: view.store, dish, count: mine.count, line: mine.line }) : empty.get(dishId)
  }
  return pieces.map((piece, i) => (i % 2 === 0 ? piece : box(piece))).join('')
}

function renderBody(c: C, { store, content }: StoreView, sections: Section[]): MenuBody {
  const { brandSlug, storeSlug, currency } = store
  const place = { brandSlug, storeSlug, currency }
  const pieces = render(c, MenuSections, { place, sections }).split(boxSlots)
  const empty = new Map<string, string>()
  for (const [i, dishId] of pieces.entries()) {
    const dish = i % 2 === 1 ? content.dishes[dishId] : undefined
    if (dish) empty.set(dishId, render(c, Box, { place, dish, count: 0, line: undefined }))
  }
  return { pieces, empty, plain: pieces.map((piece, i) => (i % 2 === 0 ? piece : empty.get(piece))).join('') }
}
