import type { FC } from 'hono/jsx'
import type { DishAvailability } from '../../domain/menu/availability'
import type { MenuDish } from '../../domain/menu/content'
import { Icon, type IconName } from '../ui/icon'
import { useView } from '../ui/view'
import type { T } from '../ui/words'
import { listText, midSentence, useTexts } from './text'

const marked: Record<string, { icon: IconName; class: string }> = {
  mild: { icon: 'flame', class: 'remark-brand' },
  medium: { icon: 'flame', class: 'remark-brand' },
  hot: { icon: 'flame', class: 'remark-brand' },
  vegan: { icon: 'leaf', class: 'remark-ok' },
  vegetarian: { icon: 'leaf', class: 'remark-ok' },
  five_spice: { icon: 'leaf', class: 'remark-ok' },
}

/** How hot, and who may eat it: the remarks beside a price. */
export const Remarks: FC<{ tags: readonly string[] }> = ({ tags }) => {
  const { t } = useView()
  return (
    <>
      {tags.map((tag) => {
        const mark = marked[tag]
        return (
          mark && (
            <span class={`remark ${mark.class}`}>
              <Icon name={mark.icon} />
              {t(`facts.tag.${tag}`)}
            </span>
          )
        )
      })}
    </>
  )
}

/** What is left of it, when that is little or nothing. */
export const Left: FC<{ availability: DishAvailability }> = ({ availability }) => {
  const { t } = useView()
  if (availability.state === 'sold_out') return <span class="tag">{t('shop.menu.sold_out')}</span>
  if (availability.state === 'low')
    return <span class="remark remark-wait num">{t('shop.menu.left', { count: availability.left })}</span>
  return null
}

function allergenText(t: T, allergens: readonly string[]): string {
  if (allergens.length === 0) return ''
  const words = allergens.map((code) => t(`facts.allergen.${code}`))
  return t('shop.menu.contains', {
    list: listText(
      t,
      words.map((word, i) => (i === 0 ? word : midSentence(word))),
    ),
  })
}

/** What is in it, where that comes from, and how it is served, in one line; empty when there is nothing to say. */
export function useFacts(dish: Pick<MenuDish, 'allergens' | 'origin' | 'tags'>): string {
  const { t } = useView()
  const text = useTexts()
  const served = dish.tags.filter((tag) => !(tag in marked)).map((tag) => t(`facts.tag.${tag}`))
  const facts = [listText(t, served), allergenText(t, dish.allergens), text(dish.origin)]
  return facts.filter(Boolean).join(t('shop.sentence'))
}
