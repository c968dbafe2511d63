import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { DishAvailability } from '../../domain/menu/availability'
import type { MenuDish } from '../../domain/menu/content'
import type { Texts } from '../../domain/shared/ctx'
import { Box, type Slugs } from './box'
import { DishLine, Feature } from './dish-line'
import { useTexts } from './text'

export type MenuPlace = Slugs & { currency: string }
export type SectionDish = { dish: MenuDish; availability: DishAvailability }
export type Section = { id: string; name: Texts; dishes: SectionDish[]; isFeatured: boolean }

/** Where a dish's box goes into a rendered menu: what the reader ordered is put in afterwards, cheaply. */
export const boxSlot = (dishId: string): string => `<!--box ${dishId}-->`
export const boxSlots = /<!--box ([\w-]+)-->/

/** The whole menu with slots for the boxes. The same for every reader of a language: rendered once and kept. */
export const MenuSections: FC<{ place: MenuPlace; sections: Section[] }> = ({ place, sections }) => {
  const text = useTexts()
  return (
    <>
      {sections.map(({ id, name, dishes, isFeatured }, i) => {
        const Line = isFeatured ? Feature : DishLine
        const lines = dishes.map(({ dish, availability }, n) => (
          <Line
            place={place}
            dish={dish}
            availability={availability}
            box={raw(boxSlot(dish.id))}
            eager={i === 0 && n < 3}
          />
        ))
        return (
          <section id={id} class={i === 0 ? 'pt-5 lg:pt-0' : 'pt-8'} aria-labelledby={`${id}-h`}>
            <h2 class="rule text-lg" id={`${id}-h`}>
              {text(name)}
            </h2>
            <ul class={isFeatured ? features : 'grid md:grid-cols-2 md:gap-x-8'}>{lines}</ul>
          </section>
        )
      })}
    </>
  )
}

const features =
  '-mx-4 mt-4 flex snap-x gap-4 overflow-x-auto scroll-px-4 px-4 pb-2 md:mx-0 md:grid md:grid-cols-3 md:gap-5 md:overflow-visible md:px-0'

/** One dish as it stands now, for every place of an open page that shows it. */
export const DishNow: FC<{ place: MenuPlace; shown: SectionDish; count: number; line?: string | undefined }> = (props) => {
  const { dish, availability } = props.shown
  const box = <Box place={props.place} dish={dish} count={props.count} line={props.line} />
  const line = { place: props.place, dish, availability, box }
  return (
    <>
      <hx-partial hx-target={`.dish[data-dish="${dish.id}"]`} hx-swap="outerHTML">
        <DishLine {...line} />
      </hx-partial>
      <hx-partial hx-target={`.feature[data-dish="${dish.id}"]`} hx-swap="outerHTML">
        <Feature {...line} />
      </hx-partial>
    </>
  )
}
