import type { Tx } from '../../../db/connect'
import { enqueue } from '../../outbox/enqueue'
import type { WorkOrder } from '../unit-of-work/work-order'

/** Sends a world step (or its taking back) off to the worker; one job per step and act, replaced if it was still to run. */
export const enqueueStep = (
  tx: Tx,
  order: Pick<WorkOrder, 'brandId' | 'storeId' | 'id'>,
  step: string,
  act: 'perform' | 'take_back',
  runAt?: Date,
): Promise<void> =>
  enqueue(
    tx,
    'saga.step',
    { brandId: order.brandId, storeId: order.storeId, orderId: order.id, step, act },
    { key: `step:${order.id}:${step}:${act}`, ...(runAt ? { runAt } : {}) },
  )
