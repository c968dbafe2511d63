import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import type { MenuDish } from '../../domain/menu/content'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { useTexts } from './text'

export type Slugs = Pick<Place, 'brandSlug' | 'storeSlug'>

/** A dish's URL; with a line, to change what is already ordered. */
export const dishUrl = ({ brandSlug, storeSlug }: Slugs, dishId: string, line?: string): string =>
  paths.shopDish.href({ brand: brandSlug, store: storeSlug, dish: dishId }, { line })

export type BoxProps = {
  place: Slugs
  dish: Pick<MenuDish, 'id' | 'name' | 'optionCategoryIds'>
  /** Portions in the reader's order. */
  count: number
  /** The one line they stand on, if it is one. */
  line?: string | undefined
}

/** The form every plain box belongs to: one tap adds one portion. */
export const addForm = 'add'

/**
 * The box on a plate. Empty it asks: a dish without choices is added at once, one with choices opens its sheet. With a number in
 * it, it has been answered and opens what was ordered.
 */
export const Box: FC<BoxProps> = ({ place, dish, count, line }) => {
  const { t } = useView()
  const name = useTexts()(dish.name)
  if (count > 0)
    return (
      <a
        class="box has-some"
        href={dishUrl(place, dish.id, line)}
        data-sheet
        data-box={dish.id}
        aria-label={t('shop.menu.change', { name, count })}
      >
        {count}
      </a>
    )
  const label = t('shop.menu.add', { name })
  if (dish.optionCategoryIds.length > 0)
    return (
      <a class="box" href={dishUrl(place, dish.id)} data-sheet data-box={dish.id} aria-label={label}>
        <Icon name="plus" />
      </a>
    )
  return (
    <button class="box" type="submit" form={addForm} name="dish" value={dish.id} data-box={dish.id} aria-label={label}>
      <Icon name="plus" />
    </button>
  )
}
