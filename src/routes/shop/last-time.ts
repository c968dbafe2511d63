import type { StoreView } from '../../domain/cart/queries'
import { chooseOptions, unitPriceOf } from '../../domain/menu/options'
import { type LastLine, lastOrder } from '../../domain/orders/last-order'
import type { LastTimeLine, LastTimeProps } from '../../views/shop/last-time'
import { type C, ctxOf } from '../kit/context'

/** What the reader ordered here last time, as it could be had now; null when they never did. One more round trip. */
export async function lastTime(c: C, view: StoreView): Promise<LastTimeProps | null> {
  const last = await lastOrder(c.var.deps.db, ctxOf(c))
  return last && { store: view.store, orderId: last.orderId, lines: last.lines.map((line) => asNow(line, view)) }
}

function asNow(line: LastLine, { content, availability }: StoreView): LastTimeLine {
  const dish = content.dishes[line.dishId] ?? null
  const chosen =
    dish &&
    chooseOptions(
      content,
      dish,
      line.options.map(({ id }) => id),
    )
  if (!dish || !chosen?.ok) return { ...line, dish, now: null }
  const left = Math.min(...availability.drawsOn(dish, chosen.value).map((draw) => draw.left))
  const isOut = availability.dish(dish.id).state === 'sold_out' || left < 1
  return { ...line, dish, now: isOut ? null : unitPriceOf(dish, chosen.value) }
}
