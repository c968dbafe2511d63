import type { FC, PropsWithChildren } from 'hono/jsx'
import type { DeliveryEvent } from '../../domain/deliveries/lifecycle'
import { paths } from '../paths'
import { FieldError, IdempotencyKey } from '../ui/form'
import { panelForm } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import type { SlipProps } from './delivery-slip'
import { dispatchPanelId } from './panel-id'

type ActProps = PropsWithChildren<SlipProps & { event: DeliveryEvent; class?: string }>

const Act: FC<ActProps> = ({ place, row, driver, event, class: extra, children }) => {
  const params = { brand: place.brandSlug, store: place.storeSlug, id: row.orderId }
  return (
    <form {...panelForm(paths.dispatchDelivery.href(params, { driver }), dispatchPanelId)} class={extra}>
      <input type="hidden" name="event" value={event} />
      {children}
    </form>
  )
}

/** What may be done next with a delivery, the likeliest thing first. */
export const DeliveryActs: FC<SlipProps> = (props) => {
  const { row } = props
  return (
    <div class="mt-3 grid gap-2">
      {row.status === 'pending' && <Assign {...props} />}
      {row.status === 'assigned' && <PickUp {...props} />}
      {row.status === 'picked_up' && <Deliver {...props} />}
      <More {...props} />
    </div>
  )
}

const Assign: FC<SlipProps> = (props) => {
  const { t, reader } = useView()
  const { row, drivers, problem } = props
  const id = `driver-${row.orderId}`
  const wrong = problem?.orderId === row.orderId && problem.driver !== undefined
  return (
    <Act {...props} event="assign" class="road-assign">
      <label class="sr-only" for={id}>
        {t('dispatch.driver')}
      </label>
      <input
        class="input"
        id={id}
        name="driver"
        list={`drivers-${row.orderId}`}
        placeholder={t('dispatch.driver')}
        value={wrong ? problem.driver : (row.driverId ?? '')}
        maxlength={80}
        autocomplete="off"
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={wrong ? `e-${id}` : undefined}
      />
      <datalist id={`drivers-${row.orderId}`}>
        {[...new Set([...(reader ? [reader.name] : []), ...drivers])].map((name) => (
          <option value={name}></option>
        ))}
      </datalist>
      <button class="btn btn-lg" type="submit">
        {t(row.status === 'pending' ? 'dispatch.assign' : 'dispatch.reassign')}
      </button>
      {wrong && <FieldError id={`e-${id}`} text={t('dispatch.driver_missing')} />}
    </Act>
  )
}

const PickUp: FC<SlipProps> = (props) => {
  const { t } = useView()
  const isReady = props.row.fulfilment === 'ready'
  return (
    <Act {...props} event="pickUp">
      <button class="btn btn-lg w-full" type="submit">
        <Icon name="scooter" />
        {t('dispatch.pick_up')}
      </button>
      {!isReady && <p class="hint mt-1">{t('dispatch.not_ready_yet')}</p>}
    </Act>
  )
}

/** Unpaid orders are collected at the door: one button takes the money and ends the delivery. */
const Deliver: FC<SlipProps> = (props) => {
  const { t } = useView()
  const { row } = props
  const isPaid = row.paymentState === 'paid'
  return (
    <Act {...props} event="deliver">
      {!isPaid && (
        <>
          <IdempotencyKey />
          <input type="hidden" name="collected" value={row.total} />
        </>
      )}
      <button class="btn btn-neutral btn-lg w-full justify-center gap-3" type="submit">
        <Icon name="check" />
        {isPaid ? (
          t('dispatch.deliver')
        ) : (
          <>
            {t('dispatch.collect_and_deliver')} <Money amount={row.total} currency={row.currency} />
          </>
        )}
      </button>
    </Act>
  )
}

/** What is done seldom, and what cannot be taken back, behind one touch. */
const More: FC<SlipProps> = (props) => {
  const { t } = useView()
  const { row } = props
  return (
    <details class="road-more" id={`more-${row.orderId}-${row.status}`} hx-morph-skip>
      <summary class="act">{t('dispatch.more')}</summary>
      <div class="grid gap-2 pt-2">
        {row.status === 'assigned' && <Assign {...props} />}
        {row.status !== 'pending' && (
          <Act {...props} event="giveBack">
            <button class="btn w-full" type="submit">
              <Icon name="undo-2" />
              {t('dispatch.give_back')}
            </button>
          </Act>
        )}
        <Act {...props} event="cancel">
          <p class="hint">{t('dispatch.cancel_hint')}</p>
          <button class="btn btn-error btn-outline mt-1 w-full" type="submit">
            {t('dispatch.cancel')}
          </button>
        </Act>
      </div>
    </details>
  )
}
