import { z } from 'zod'
import { orderAgain } from '../../domain/cart/order-again'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { run } from '../kit/run'
import { goTo } from '../kit/show'
import { ownOrder } from './order'

export const again = router()

const keyText = z.string().min(1).max(100)

/** Puts what can be had of an earlier order into the cart, and says there what cannot. */
again.post(paths.orderAgain.pattern, need('public'), async (c) => {
  const { order, place, ctx } = await ownOrder(c)
  const key = keyText.safeParse((await c.req.parseBody()).key)
  const result = await run(c, orderAgain, { orderId: order.id, ...(key.success ? { key: key.data } : {}) }, ctx)
  if (!result.ok) throw new NotFound()
  const { added, unavailable } = result.value
  const why = added === 0 ? 'again_none' : unavailable.length > 0 ? 'again_some' : undefined
  return goTo(
    c,
    paths.cart.href({ brand: place.brandSlug, store: place.storeSlug }, { why, n: unavailable.length || undefined }),
  )
})
