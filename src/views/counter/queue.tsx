import type { FC } from 'hono/jsx'
import type { Queue, QueueOrder } from '../../domain/orders/queue'
import { paths } from '../paths'
import { livePanel } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import type { BarProps } from './bar'
import { EmptyQueue } from './empty-queue'
import { CounterPage, Frame } from './layout'
import { OrderSlip, type SlipProblem } from './order-slip'
import { queuePanelId } from './queue-panel-id'
import { slugsOf } from './slugs'

export type QueueProps = { bar: BarProps; queue: Queue; problem?: SlipProblem | undefined }

/** Four lanes, oldest first: what is new, what is to be paid, what cooks, what waits to be taken. */
const QueuePanel: FC<QueueProps> = ({ bar, queue, problem }) => {
  const { t } = useView()
  const { arriving, unpaid, cooking, ready } = queue
  const isEmpty = arriving.length + unpaid.length + cooking.length + ready.length === 0
  const slips = (orders: QueueOrder[]) =>
    orders.map((order, i) => <OrderSlip order={order} place={bar.place} isFirst={i === 0} problem={problem} />)
  return (
    <Frame
      {...bar}
      isOwnPanel={false}
      id={queuePanelId}
      attributes={livePanel(paths.counterQueue.href(slugsOf(bar.place)), ['orders', 'menu', 'deliveries'])}
    >
      <main id="main" class="lanes">
        <h1 class="sr-only">{t('counter.queue')}</h1>
        <section class="lane" aria-labelledby="lane-new">
          {arriving.length > 0 ? (
            <NewHead count={arriving.length} />
          ) : (
            <Head id="lane-new" words={t('counter.lane.new')} count={0} />
          )}
          <ul class="lane-list">{slips(arriving)}</ul>
        </section>
        <section class="lane" aria-labelledby="lane-unpaid">
          <Head id="lane-unpaid" words={t('counter.lane.unpaid')} count={unpaid.length} />
          <ul class="lane-list">{slips(unpaid)}</ul>
          {queue.drafts.length > 0 && (
            <p class="lane-foot num">{t('counter.paying_online', { count: queue.drafts.length })}</p>
          )}
        </section>
        <section class="lane" aria-labelledby="lane-cooking">
          <Head id="lane-cooking" words={t('counter.lane.cooking')} count={cooking.length}>
            {cooking.length > 0 && queue.averageMinutes !== null && (
              <span class="num ms-auto text-xs font-normal text-muted">
                {t('counter.average', { minutes: queue.averageMinutes })}
              </span>
            )}
          </Head>
          <ul class="lane-list">{slips(cooking)}</ul>
        </section>
        <section class="lane" aria-labelledby="lane-ready">
          <Head id="lane-ready" words={t('counter.lane.ready')} count={ready.length} tone="text-ok" />
          <ul class="lane-list">{slips(ready)}</ul>
          {queue.onTheRoad.length > 0 && (
            <p class="lane-foot">
              <a class="num inline-flex min-h-14 items-center gap-2" href={paths.dispatch.href(slugsOf(bar.place))}>
                <Icon name="scooter" />
                {t('counter.on_the_road', { count: queue.onTheRoad.length })}
              </a>
            </p>
          )}
        </section>
        {isEmpty && <EmptyQueue last={queue.lastHandedOver} place={bar.place} />}
      </main>
    </Frame>
  )
}

const Head: FC<{ id: string; words: string; count: number; tone?: string; children?: unknown }> = ({
  id,
  words,
  count,
  tone,
  children,
}) => (
  <h2 id={id} class={count === 0 ? 'text-muted' : tone}>
    {words} <span class={count === 0 ? 'num font-normal' : tone ? 'num' : 'num text-muted'}>{count}</span>
    {children}
  </h2>
)

const NewHead: FC<{ count: number }> = ({ count }) => {
  const { t } = useView()
  return (
    <div class="lane-head">
      <h2 id="lane-new" class="flex items-center gap-2 text-brand-ink">
        <Icon name="bell-ring" />
        {t('counter.lane.new')} <span class="bubble">{count}</span>
      </h2>
      <button class="btn btn-ghost ms-auto -me-2 text-sm" type="button" data-mute>
        <Icon name="volume-x" />
        <span class="when-heard">{t('counter.bell.mute')}</span>
        <span class="when-muted">{t('counter.bell.muted')}</span>
      </button>
    </div>
  )
}

const QueuePage: FC<QueueProps> = (props) => (
  <CounterPage title={useView().t('counter.queue')} bar={props.bar}>
    <QueuePanel {...props} />
  </CounterPage>
)

export const queueScreen = { Page: QueuePage, Panel: QueuePanel }
