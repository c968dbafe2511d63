import type { FC } from 'hono/jsx'
import type { DeliveryRow } from '../../domain/deliveries/queries'
import { isDanger } from '../ui/danger'
import { Alert } from '../ui/form'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { clockText, textIn } from '../ui/words'
import type { DispatchProps } from './deliveries'
import { DeliveryActs } from './delivery-acts'

export type SlipProps = Pick<DispatchProps, 'place' | 'driver' | 'problem'> & { row: DeliveryRow; drivers: string[] }

/** One delivery: where to, what it is, what is to be collected, and the next thing to do. */
export const DeliverySlip: FC<SlipProps> = (props) => {
  const { row, place, problem } = props
  const { t, lang } = useView()
  const number = row.number ?? t('orders.no_number')
  return (
    <li class="slip order-slip" id={`d-${row.orderId}`}>
      <article class="slip-paper" aria-label={number}>
        <header class="flex items-center gap-2">
          <h3 class="num text-xl leading-8">{number}</h3>
          <Kitchen fulfilment={row.fulfilment} />
          <Due row={row} timeZone={place.timeZone} />
        </header>
        <p class="mt-1">
          <a class="road-address" href={mapUrl(row.address)} target="_blank" rel="noreferrer">
            <Icon name="map-pin" />
            {row.address}
          </a>
        </p>
        <p class="flex flex-wrap items-center justify-between gap-x-4">
          <span>{row.contactName}</span>
          {row.contactPhone && (
            <a class="road-phone num" href={`tel:${row.contactPhone.replace(/[^\d+]/g, '')}`}>
              <Icon name="phone" />
              {row.contactPhone}
            </a>
          )}
        </p>
        {row.note && <p class={isDanger(row.note) ? 'road-note text-bad' : 'road-note'}>{row.note}</p>}
        <p class="num mt-1 text-sm leading-[1.375rem] text-muted">
          {row.lines.map(({ name, quantity }) => `${textIn(name, lang)} ${quantity}`).join(t('dispatch.between'))}
        </p>
        <Amount row={row} />
        {row.driverId && (
          <p class="mt-1 flex items-center gap-2 text-sm">
            <Icon name="scooter" class="text-muted" />
            {row.driverId}
          </p>
        )}
        {problem?.orderId === row.orderId && problem.driver === undefined && <Alert text={problem.text} />}
        <DeliveryActs {...props} />
      </article>
    </li>
  )
}

/** The address where the driver's own map opens it. */
const mapUrl = (address: string) => `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(address)}`

const Kitchen: FC<{ fulfilment: string }> = ({ fulfilment }) => {
  const { t } = useView()
  if (fulfilment === 'out_for_delivery') return null
  const isReady = fulfilment === 'ready'
  return (
    <span class={isReady ? 'tag text-ok' : 'tag'}>
      <Icon name={isReady ? 'check' : 'flame'} />
      {t(isReady ? 'dispatch.ready' : 'dispatch.cooking')}
    </span>
  )
}

const Due: FC<{ row: DeliveryRow; timeZone: string }> = ({ row, timeZone }) => {
  const { t, lang, now } = useView()
  const minutes = Math.ceil((row.promisedAt.getTime() - now.getTime()) / 60_000)
  const tone = minutes < 0 ? 'text-bad' : minutes <= 10 ? 'text-wait' : 'text-muted'
  const time = clockText(row.promisedAt, lang, timeZone)
  return (
    <span class={`num ms-auto font-bold ${tone}`}>
      {minutes < 0 ? t('dispatch.late', { minutes: -minutes }) : t('dispatch.by', { time })}
    </span>
  )
}

const Amount: FC<{ row: DeliveryRow }> = ({ row }) => {
  const { t } = useView()
  const isPaid = row.paymentState === 'paid'
  return (
    <p class={isPaid ? 'road-money text-ok' : 'road-money'}>
      <span class="flex items-center gap-2">
        <Icon name={isPaid ? 'circle-check' : 'banknote'} />
        {t(isPaid ? 'dispatch.paid' : 'dispatch.collect')}
      </span>
      <Money amount={row.total} currency={row.currency} class={isPaid ? '' : 'text-lg font-bold'} />
    </p>
  )
}
