import { z } from 'zod'
import { deliveriesList } from '../../domain/deliveries/queries'
import { type CollectRefusal, deliverCollected } from '../../domain/orders/serving/deliver-collected'
import { moveDelivery } from '../../domain/orders/serving/move-delivery'
import type { Result } from '../../domain/shared/result'
import { type DispatchProps, dispatchScreen } from '../../views/dispatch/deliveries'
import { deliveryWords } from '../../views/dispatch/words'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { type C, ctxOf, wantsFragment } from '../kit/context'
import { NotFound } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { run } from '../kit/run'
import { show } from '../kit/show'
import { stream } from '../kit/stream'

export const deliveries = router()

const driverOf = (c: C): string | undefined => c.req.query('driver')?.trim().slice(0, 80) || undefined

async function propsOf(
  c: C,
  refused?: { orderId: string; refusal: CollectRefusal; driver?: string },
): Promise<DispatchProps> {
  const { place, deps } = c.var
  const { open, ended } = await deliveriesList(deps.db, ctxOf(c))
  const props: DispatchProps = { place, open, ended, driver: driverOf(c) }
  if (!refused) return props
  const text = deliveryWords(c.var, refused.refusal, place.currency)
  const isDriverMissing = refused.refusal.reason === 'driver_missing'
  return {
    ...props,
    problem: { orderId: refused.orderId, text, driver: isDriverMissing ? (refused.driver ?? '') : undefined },
  }
}

deliveries.get(paths.dispatch.pattern, need('dispatch.use'), async (c) => show(c, dispatchScreen, await propsOf(c)))

deliveries.get(paths.dispatchStream.pattern, need('dispatch.use'), (c) => {
  const { storeId } = c.var.place
  return stream(c, { deliveries: `store:${storeId}:deliveries`, orders: `store:${storeId}:orders` })
})

const moveForm = z.object({
  event: z.enum(['assign', 'pickUp', 'deliver', 'giveBack', 'cancel']),
  driver: z.string().trim().max(80).default(''),
  /** Money taken at the door, in minor units. */
  collected: z.coerce.number().int().min(0).optional(),
  key: z.string().min(1).max(200).optional(),
})

deliveries.post(paths.dispatchDelivery.pattern, need('dispatch.use'), async (c) => {
  const orderId = idParam(c, 'id')
  const form = await readForm(c, moveForm)
  if (!form.ok) throw new NotFound()
  const { driver } = form.value
  const result = await move(c, orderId, form.value)
  if (result.ok && !wantsFragment(c)) {
    const { place } = c.var
    return c.redirect(
      paths.dispatch.href({ brand: place.brandSlug, store: place.storeSlug }, { driver: driverOf(c) }),
      303,
    )
  }
  const refused = result.ok ? undefined : { orderId, refusal: result.refusal, driver }
  return show(c, dispatchScreen, await propsOf(c, refused), result.ok ? 200 : 422)
})

function move(c: C, orderId: string, form: z.output<typeof moveForm>): Promise<Result<unknown, CollectRefusal>> {
  const { event, driver, collected, key } = form
  if (event === 'deliver' && collected !== undefined && key)
    return run(c, deliverCollected, { orderId, collected, key })
  return run(c, moveDelivery, { orderId, event, ...(driver ? { driverId: driver } : {}) })
}
