import { type RawBuilder, sql } from 'kysely'
import { callNumber } from '../../shared/call-number'
import { dated, type Stored } from '../../shared/stored'
import { type Fulfilment, type PaymentState, statusWord } from '../lifecycle'
import type { SagaRow } from './queries'
import { isStuck } from './stuck'

export type StoredSaga = Omit<SagaRow, 'number' | 'orderStatus'> & {
  sequence: number | null
  fulfilment: Fulfilment
  paymentState: PaymentState
  businessDay: string
}

/** Saga `g` with its order `o`, as one JSON object. */
export const sagaJson = (
  now: Date,
): RawBuilder<Stored<StoredSaga>> => sql`json_build_object('sagaId', g.id, 'orderId', o.id,
  'sequence', o.sequence, 'status', g.status, 'isStuck', ${isStuck(now)}, 'error', g.error, 'endReason', o.end_reason, 'orderType', o.order_type,
  'fulfilment', o.fulfilment, 'paymentState', o.payment_state, 'businessDay', o.business_day, 'contactName', o.contact_name,
  'total', o.total, 'currency', o.currency, 'createdAt', g.created_at, 'updatedAt', g.updated_at)`

export function asSaga(stored: Stored<StoredSaga>): SagaRow {
  const {
    sequence,
    fulfilment,
    paymentState,
    businessDay: _,
    ...row
  } = dated<StoredSaga>(stored, {
    createdAt: true,
    updatedAt: true,
  })
  return { ...row, number: callNumber(sequence), orderStatus: statusWord(fulfilment, paymentState) }
}
