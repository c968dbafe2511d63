import type { FC } from 'hono/jsx'
import type { MenuDish } from '../../domain/menu/content'
import { Box } from './box'
import { CartBar, type CartProps, CartSlip } from './cart-slip'

export type Counts = ReadonlyMap<string, { count: number; line?: string }>

type CartChangedProps = CartProps & {
  /** Dishes whose boxes show another number now. */
  dishes: MenuDish[]
  counts: Counts
  /** What happened, for readers who cannot see it. */
  said: string
}

/** Everything on an open page that shows the order, each put in its own place. */
export const CartChanged: FC<CartChangedProps> = ({ dishes, counts, said, ...cart }) => (
  <>
    {dishes.map((dish) => (
      <hx-partial hx-target={`[data-box="${dish.id}"]`} hx-swap="outerHTML">
        <Box place={cart.store} dish={dish} count={counts.get(dish.id)?.count ?? 0} line={counts.get(dish.id)?.line} />
      </hx-partial>
    ))}
    <CartEverywhere {...cart} />
    <Said words={said} />
  </>
)

/** The slip beside the menu and the bar below it. */
export const CartEverywhere: FC<CartProps> = (cart) => (
  <>
    <hx-partial hx-target="#cart-slip" hx-swap="outerMorph">
      <CartSlip {...cart} />
    </hx-partial>
    <hx-partial hx-target="#cart-bar" hx-swap="outerHTML">
      <CartBar {...cart} />
    </hx-partial>
  </>
)

/** Tells it in the page's live region. */
export const Said: FC<{ words: string }> = ({ words }) => (
  <hx-partial hx-target="#said" hx-swap="innerHTML">
    {words}
  </hx-partial>
)
