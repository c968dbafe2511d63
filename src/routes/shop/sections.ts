import type { StoreView } from '../../domain/cart/queries'
import type { MenuDish } from '../../domain/menu/content'
import type { Section } from '../../views/shop/menu-sections'

/** How many dishes the first category may have to show them large. */
const featuresMax = 6

/** The menu's categories as they stand now; with `query` (small letters) only the dishes it finds, in any language. */
export function sectionsOf({ content, availability }: StoreView, query = ''): Section[] {
  const sections = content.categories.map(({ id: _, name, dishIds }, i): Section => {
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
