import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { CartEverywhere, type Counts } from './cart-changed'
import type { CartProps } from './cart-slip'
import { StockWatch } from './menu'
import { CategoryBar, CategoryRail, type NavCategory } from './menu-nav'
import { DishNow, type SectionDish } from './menu-sections'
import { type Front, Opening } from './store-header'

export type StockChangedProps = CartProps & {
  front: Front
  seen: string
  /** Dishes that stand otherwise than the page shows. */
  changed: SectionDish[]
  counts: Counts
  /** The whole menu, when another one was published meanwhile. */
  published: { categories: NavCategory[]; menuHtml: string } | null
}

/** What an open menu page has to change to be true again: the dishes that sold out or came back, the order, the hours. */
export const StockChanged: FC<StockChangedProps> = ({ front, seen, changed, counts, published, ...cart }) => {
  const { store } = cart
  return (
    <>
      <StockWatch store={store} seen={seen} />
      {published && (
        <>
          <hx-partial hx-target=".catbar" hx-swap="outerHTML">
            <CategoryBar place={store} categories={published.categories} query="" />
          </hx-partial>
          <hx-partial hx-target="#catrail" hx-swap="outerHTML">
            <CategoryRail place={store} categories={published.categories} query="" />
          </hx-partial>
          <hx-partial hx-target="#menu-sections" hx-swap="innerHTML">
            {raw(published.menuHtml)}
          </hx-partial>
        </>
      )}
      {changed.map((shown) => (
        <DishNow
          place={store}
          shown={shown}
          count={counts.get(shown.dish.id)?.count ?? 0}
          line={counts.get(shown.dish.id)?.line}
        />
      ))}
      <CartEverywhere {...cart} />
      <hx-partial hx-target="#opening" hx-swap="outerMorph">
        <Opening front={front} />
      </hx-partial>
    </>
  )
}
