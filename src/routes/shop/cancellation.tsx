import { cancelOrder } from '../../domain/orders/cancel-order'
import { previewReversal } from '../../domain/orders/preview-reversal'
import type { CancelRefusal } from '../../domain/orders/refusals'
import { paths } from '../../views/paths'
import { cancellationPanelScreen, cancellationScreen } from '../../views/shop/cancellation'
import type { T } from '../../views/ui/words'
import { router } from '../kit/audience'
import { need } from '../kit/guard'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'
import { ownOrder } from './order'

export const cancellation = router()

/** What calling it off would do, before it is done. */
cancellation.get(paths.orderCancellation.pattern, need('public'), async (c) => {
  const { order, place, ctx } = await ownOrder(c)
  if (!order.mayCancel) return goTo(c, paths.order.href({ id: order.id }))
  return show(c, cancellationScreen, { order, place, reversal: await previewReversal(c.var.deps.db, ctx, order.id) })
})

cancellation.post(paths.orderCancellation.pattern, need('public'), async (c) => {
  const { order, place, ctx } = await ownOrder(c)
  const result = await run(c, cancelOrder, { orderId: order.id }, ctx)
  if (result.ok) return goTo(c, paths.order.href({ id: order.id }))
  const reversal = await previewReversal(c.var.deps.db, ctx, order.id)
  return show(
    c,
    cancellationPanelScreen,
    { order, place, reversal, refusal: cancelWords(c.var.t, result.refusal) },
    422,
  )
})

function cancelWords(t: T, refusal: CancelRefusal): string {
  switch (refusal.reason) {
    case 'kitchen_started':
      return t('shop.off.kitchen_started')
    case 'not_found':
    case 'illegal_move':
      return t('shop.off.over')
    case 'cause_missing':
      return t('shop.off.cause_missing')
  }
}
