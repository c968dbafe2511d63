import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import type { DeliveryStatus } from '../../domain/deliveries/lifecycle'
import type { DeliveryRow } from '../../domain/deliveries/queries'
import { paths } from '../paths'
import { livePanel, StaleBar } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { DeliverySlip } from './delivery-slip'
import { Drivers } from './drivers'
import { Ended } from './ended'
import { DispatchLayout, RoadBar } from './layout'
import { dispatchPanelId } from './panel-id'

/** A refusal about one delivery, in words; `driver` is what had been typed. */
export type DeliveryProblem = { orderId: string; text: string; driver?: string | undefined }

export type DispatchProps = {
  place: Place
  open: DeliveryRow[]
  ended: DeliveryRow[]
  /** Only this driver's, as they see it on the road. */
  driver: string | undefined
  problem?: DeliveryProblem | undefined
}

type OpenStatus = Exclude<DeliveryStatus, 'delivered' | 'cancelled'>
const lanes: readonly OpenStatus[] = ['pending', 'assigned', 'picked_up']

const DispatchPanel: FC<DispatchProps> = ({ place, open, ended, driver, problem }) => {
  const { t } = useView()
  const slugs = { brand: place.brandSlug, store: place.storeSlug }
  const isMine = (row: DeliveryRow) => driver === undefined || row.driverId === driver || row.status === 'pending'
  const drivers = [...new Set([...open, ...ended].flatMap(({ driverId }) => driverId ?? []))].sort()
  const slips = (status: OpenStatus) => open.filter((row) => row.status === status && isMine(row))
  return (
    <div
      id={dispatchPanelId}
      class="road"
      {...livePanel(paths.dispatch.href(slugs, { driver }), ['deliveries', 'orders'])}
    >
      <RoadBar place={place} />
      <StaleBar advice={t('dispatch.stale_advice')} />
      <main id="main" class="road-main">
        <h1 class="sr-only">{t('dispatch.title')}</h1>
        <Drivers slugs={slugs} drivers={drivers} driver={driver} open={open} />
        {open.filter(isMine).length === 0 && <Empty />}
        <div class="road-lanes">
          {lanes.map((status) => (
            <Lane status={status} rows={slips(status)} {...{ place, drivers, driver, problem }} />
          ))}
        </div>
        <Ended rows={ended.filter((row) => driver === undefined || row.driverId === driver)} place={place} />
      </main>
    </div>
  )
}

type LaneProps = Pick<DispatchProps, 'place' | 'driver' | 'problem'> & {
  status: OpenStatus
  rows: DeliveryRow[]
  drivers: string[]
}

const Lane: FC<LaneProps> = ({ status, rows, ...rest }) => {
  const { t } = useView()
  return (
    <section class={rows.length === 0 ? 'road-lane is-empty' : 'road-lane'} aria-labelledby={`lane-${status}`}>
      <h2 id={`lane-${status}`} data-status={status}>
        {t(`dispatch.lane.${status}`)} <span class="num text-muted">{rows.length}</span>
      </h2>
      <ul class="grid gap-3">
        {rows.map((row) => (
          <DeliverySlip row={row} {...rest} />
        ))}
      </ul>
    </section>
  )
}

const Empty: FC = () => {
  const { t } = useView()
  return (
    <div class="road-empty">
      <Icon name="scooter" class="size-14 text-muted" />
      <p class="text-lg font-bold">{t('dispatch.empty_title')}</p>
      <p class="text-muted">{t('dispatch.empty_body')}</p>
    </div>
  )
}

const DispatchPage: FC<DispatchProps> = (props) => (
  <DispatchLayout place={props.place}>
    <DispatchPanel {...props} />
  </DispatchLayout>
)

export const dispatchScreen = { Page: DispatchPage, Panel: DispatchPanel }
