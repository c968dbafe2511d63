import type { FC } from 'hono/jsx'
import { CartEverywhere } from './cart-changed'
import type { CartProps } from './cart-slip'
import { navOf, StockWatch } from './menu'
import { CategoryBar, CategoryRail } from './menu-nav'
import { type BoxOf, DishNow, MenuSections, type Section, type SectionDish } from './menu-sections'
import { type Front, Opening } from './store-header'

export type StockChangedProps = CartProps & {
  front: Front
  seen: string
  /** Dishes that stand otherwise than the page shows. */
  changed: SectionDish[]
  box: BoxOf
  /** The whole menu, when another one was published meanwhile. */
  published: Section[] | null
}

/** What an open menu page has to change to be true again: the dishes that sold out or came back, the order, the hours. */
export const StockChanged: FC<StockChangedProps> = ({ front, seen, changed, box, published, ...cart }) => {
  const { store } = cart
  return (
    <>
      <StockWatch store={store} seen={seen} />
      {published && <Published store={store} sections={published} box={box} />}
      {changed.map((shown) => (
        <DishNow place={store} shown={shown} box={box} />
      ))}
      <CartEverywhere {...cart} />
      <hx-partial hx-target="#opening" hx-swap="outerMorph">
        <Opening front={front} />
      </hx-partial>
    </>
  )
}

const Published: FC<Pick<CartProps, 'store'> & { sections: Section[]; box: BoxOf }> = ({ store, sections, box }) => {
  const nav = { place: store, categories: navOf(sections), query: '' }
  return (
    <>
      <hx-partial hx-target=".catbar" hx-swap="outerHTML">
        <CategoryBar {...nav} />
      </hx-partial>
      <hx-partial hx-target="#catrail" hx-swap="outerHTML">
        <CategoryRail {...nav} />
      </hx-partial>
      <hx-partial hx-target="#menu-sections" hx-swap="innerHTML">
        <MenuSections place={store} sections={sections} box={box} />
      </hx-partial>
    </>
  )
}
