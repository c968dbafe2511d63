import type { Child, FC } from 'hono/jsx'
import type { DishAvailability } from '../../domain/menu/availability'
import type { MenuDish } from '../../domain/menu/content'
import { Money } from '../ui/money'
import { dishUrl, type Slugs } from './box'
import { Left, Remarks, useFacts } from './facts'
import { Plate } from './plate'
import { useOtherNames, useTexts } from './text'

export type DishLineProps = {
  place: Slugs & { currency: string }
  dish: MenuDish
  availability: DishAvailability
  /** The box, or where it will be put. */
  box: Child
  eager?: boolean
}

const Name: FC<DishLineProps> = ({ place, dish }) => (
  <h3 class="dish-name">
    <a href={dishUrl(place, dish.id)} data-sheet>
      {useTexts()(dish.name)}
    </a>
  </h3>
)

const Price: FC<DishLineProps> = ({ place, dish, availability }) => (
  <p class="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1">
    <Money amount={dish.price} currency={place.currency} />
    <Remarks tags={dish.tags} />
    <Left availability={availability} />
  </p>
)

const Facts: FC<{ dish: MenuDish }> = ({ dish }) => {
  const facts = useFacts(dish)
  return facts ? <p class="dish-facts mt-0.5">{facts}</p> : null
}

/** A line of the menu. The name's link covers it; only the box stands above. */
export const DishLine: FC<DishLineProps> = (props) => {
  const { dish, availability, box } = props
  const note = useTexts()(dish.description)
  const isOut = availability.state === 'sold_out'
  return (
    <li class={isOut ? 'dish is-out' : 'dish'} data-dish={dish.id} data-also={useOtherNames(dish.name)}>
      <div class="min-w-0">
        <Name {...props} />
        {note && <p class="dish-note mt-0.5">{note}</p>}
        <Price {...props} />
        <Facts dish={dish} />
      </div>
      <div class="dish-side">
        <Plate dish={dish} size={96} out={isOut} />
        {!isOut && box}
      </div>
    </li>
  )
}

/** A dish of the first category, with a large picture. */
export const Feature: FC<DishLineProps> = (props) => {
  const { dish, availability, box, eager } = props
  const isOut = availability.state === 'sold_out'
  return (
    <li
      class={`feature w-56 flex-none snap-start md:w-auto plate-tone-${dish.plate}${isOut ? ' is-out' : ''}`}
      data-dish={dish.id}
      data-also={useOtherNames(dish.name)}
    >
      <Plate dish={dish} size={160} out={isOut} {...(eager ? { eager } : {})} />
      {!isOut && box}
      <div>
        <Name {...props} />
        <Price {...props} />
        <Facts dish={dish} />
      </div>
    </li>
  )
}
