import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect'
import { type Openness, openness } from '../brands/hours'
import { announcedAt, storeFacts } from '../brands/store-facts'
import type { Store } from '../brands/store-view'
import { type Availability, availabilityOf } from '../menu/availability'
import type { MenuContent } from '../menu/content'
import { menuVersion } from '../menu/version'
import { type Actor, type Ctx, ownerOf } from '../shared/ctx'
import { type OrderType, type Priced, priceCart } from './price-cart'
import { asStock, type Cart, type CartLine, cartOf, type Row } from './rows'

export { type Cart, type CartLine, orderTypesOf } from './rows'

/** A store as one reader sees it now: how it sells, its menu, what is left, and the reader's cart, priced. */
export type StoreView = {
  store: Store
  openness: Openness
  content: MenuContent
  availability: Availability
  cart: Cart
  priced: Priced
}

/** The store page: what it shows of now, in one round trip, beside the kept facts and menu. Null when there is no such store. */
export const storePage = (
  db: Db,
  { brandSlug, storeSlug, actor, now }: { brandSlug: string; storeSlug: string; actor: Actor; now: Date },
): Promise<StoreView | null> =>
  view(
    db,
    sql`s.brand_id = (select id from brand where slug = ${brandSlug} and is_active) and s.slug = ${storeSlug} and s.is_active`,
    actor,
    now,
  )

/**
 * The same for the store and the actor of a context; `alongside` is called in the same statement (a lock, say). Throws when the context
 * names no store.
 */
export async function cartView(db: Db, ctx: Ctx, alongside?: RawBuilder<unknown>): Promise<StoreView> {
  const where = sql`s.brand_id = ${ctx.brandId} and s.id = ${ctx.storeId}`
  const found = await view(db, where, ctx.actor, ctx.now, alongside)
  if (!found) throw new Error(`no store ${ctx.storeId}`)
  return found
}

async function view(
  db: Db,
  where: RawBuilder<unknown>,
  actor: Actor,
  now: Date,
  alongside?: RawBuilder<unknown>,
): Promise<StoreView | null> {
  const { rows } = await sql<Row>`
    select s.brand_id, s.id as store_id, s.revision,
      (select json_agg(json_build_array(i.dish_id, i.option_id, i.is_stopped, i.is_tracked, i.total_stock,
          case when i.has_online_quota then i.available_stock end, i.alert_level))
        from inventory i where i.brand_id = s.brand_id and i.store_id = s.id and (i.is_stopped or i.is_tracked)) as stock,
      case when c.id is not null then json_build_array(c.id, c.order_type) end as cart,
      (select json_agg(json_build_array(l.id, l.dish_id, l.option_ids, l.quantity, l.note, l.unit_price, l.menu_version_id)
          order by l.id) from cart_line l where l.brand_id = c.brand_id and l.cart_id = c.id) as lines
      ${alongside ? sql`, ${alongside}` : sql``}
    from store s
      left join cart c on c.brand_id = s.brand_id and c.store_id = s.id and c.owner = ${ownerOf(actor)}
    where ${where}`.execute(db)
  const [row] = rows
  return row ? look(db, row, now) : null
}

const noMenu: MenuContent = { categories: [], dishes: {}, optionCategories: {} }

async function look(db: Db, row: Row, now: Date): Promise<StoreView> {
  const facts = await storeFacts(db, row, now)
  const store: Store = { ...facts, announcements: announcedAt(facts, now) }
  const { brandId, menuVersionId } = store
  const content = menuVersionId ? await menuVersion(db, brandId, menuVersionId) : noMenu
  const availability = availabilityOf(content, (row.stock ?? []).map(asStock))
  const cart = cartOf(row, store)
  const priced = priceCart({ lines: cart.lines, content, availability, orderType: cart.orderType, store })
  await nameTheGone(db, brandId, cart, priced)
  return { store, openness: openness(store, facts, now), content, availability, cart, priced }
}

/** The view once these lines are written and those gone: what a command answers without a second look. */
export function withLines(
  view: StoreView,
  written: readonly CartLine[],
  { cartId, orderType, without = [] }: { cartId?: string; orderType?: OrderType; without?: readonly string[] } = {},
): StoreView {
  const { store, content, availability, cart: before } = view
  const changed = new Map(written.map((line) => [line.id, line]))
  const kept = before.lines.filter(({ id }) => !without.includes(id)).map((line) => changed.get(line.id) ?? line)
  const known = new Set(before.lines.map(({ id }) => id))
  const lines = [...kept, ...written.filter(({ id }) => !known.has(id))]
  const cart = { id: cartId ?? before.id, orderType: orderType ?? before.orderType, lines }
  const priced = priceCart({ lines, content, availability, orderType: cart.orderType, store })
  for (const line of priced.lines) {
    if (!line.dish) line.name = view.priced.lines.find(({ id }) => id === line.id)?.name ?? {}
  }
  return { ...view, cart, priced }
}

/** A dish that left the menu is named as it was called when it was put in the cart. */
async function nameTheGone(db: Db, brandId: string, cart: Cart, priced: Priced): Promise<void> {
  for (const line of priced.problems) {
    if (line.problem?.reason !== 'gone') continue
    const added = cart.lines.find(({ id }) => id === line.id)
    const then = added && (await menuVersion(db, brandId, added.menuVersionId))
    line.name = then?.dishes[line.dishId]?.name ?? {}
  }
}
