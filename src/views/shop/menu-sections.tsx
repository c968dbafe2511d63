import type { Child, FC } from 'hono/jsx'
import type { DishAvailability } from '../../domain/menu/availability'
import type { MenuDish } from '../../domain/menu/content'
import type { Texts } from '../../domain/shared/ctx'
import type { Slugs } from './box'
import { DishLine, Feature } from './dish-line'
import { useTexts } from './text'

export type MenuPlace = Slugs & { currency: string }
export type SectionDish = { dish: MenuDish; availability: DishAvailability }
export type Section = { id: string; name: Texts; dishes: SectionDish[]; isFeatured: boolean }
/** The box of a dish, as this reader sees it. */
export type BoxOf = (dish: MenuDish) => Child

const features =
  '-mx-4 mt-4 flex snap-x gap-4 overflow-x-auto scroll-px-4 px-4 pb-2 md:mx-0 md:grid md:grid-cols-3 md:gap-5 md:overflow-visible md:px-0'

/** The menu's categories with their dishes; the first may show its few large. */
export const MenuSections: FC<{ place: MenuPlace; sections: Section[]; box: BoxOf }> = ({ place, sections, box }) => {
  const text = useTexts()
  return (
    <>
      {sections.map(({ id, name, dishes, isFeatured }, i) => {
        const Line = isFeatured ? Feature : DishLine
        return (
          <section id={id} class={i === 0 ? 'pt-5 lg:pt-0' : 'pt-8'} aria-labelledby={`${id}-h`}>
            <h2 class="rule text-lg" id={`${id}-h`}>
              {text(name)}
            </h2>
            <ul class={isFeatured ? features : 'grid md:grid-cols-2 md:gap-x-8'}>
              {dishes.map((shown, n) => (
                <Line place={place} {...shown} box={box(shown.dish)} eager={i === 0 && n < 3} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

/** One dish as it stands now, for every place of an open page that shows it. */
export const DishNow: FC<{ place: MenuPlace; shown: SectionDish; box: BoxOf }> = ({ place, shown, box }) => {
  const line = { place, ...shown, box: box(shown.dish) }
  const here = `[data-dish="${shown.dish.id}"]`
  return (
    <>
      <hx-partial hx-target={`.dish${here}`} hx-swap="outerHTML">
        <DishLine {...line} />
      </hx-partial>
      <hx-partial hx-target={`.feature${here}`} hx-swap="outerHTML">
        <Feature {...line} />
      </hx-partial>
    </>
  )
}
