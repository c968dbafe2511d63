import type { Child, FC } from 'hono/jsx'
import { paths } from '../paths'
import { causeText } from '../ui/cause'
import { useView } from '../ui/view'
import { dayClockText } from '../ui/words'
import type { OrderProps } from './order'
import { OrderNote } from './order-note'
import { slugsOf } from './slugs'

/** Name and value, and an act where there is one; what is empty is left out. */
export const OrderFacts: FC<OrderProps> = ({ order, bar, maySeeSaga }) => {
  const { t, lang } = useView()
  const time = (at: Date | null) => (at ? dayClockText(at, lang, bar.place.timeZone) : null)
  const slugs = slugsOf(bar.place)
  return (
    <section aria-labelledby="order-facts">
      <h2 id="order-facts" class="sr-only">
        {t('counter.fact.title')}
      </h2>
      <dl class="facts">
        <Fact name="guest" value={order.contactName} />
        <Fact
          name="phone"
          value={order.contactPhone}
          act={order.contactPhone && { href: `tel:${order.contactPhone}`, words: t('counter.fact.call') }}
        />
        <Fact name="address" value={order.address} />
        <Fact name="note" value={order.note && <OrderNote text={order.note} />} />
        <Fact name="promised" value={order.endedAt ? null : time(order.estimatedAt ?? order.promisedAt)} />
        <Fact name="placed" value={time(order.placedAt ?? order.createdAt)} />
        <Fact name="channel" value={t(`counter.channel.${order.channel}`)} />
        <Fact name="ended" value={order.endReason && causeText(t, order.endReason)} />
        <Fact
          name="kitchen"
          value={order.tickets
            .map((ticket) => [ticket.station, t(`counter.ticket.${ticket.status}`)].filter(Boolean).join(' '))
            .join(t('counter.comma'))}
        />
        <Fact
          name="delivery"
          value={
            order.delivery &&
            [t(`counter.delivery.${order.delivery.status}`), order.delivery.driverId]
              .filter(Boolean)
              .join(t('counter.comma'))
          }
          act={order.delivery && { href: paths.dispatch.href(slugs), words: t('counter.dispatch') }}
        />
        {order.saga && (
          <Fact
            name="saga"
            value={t(`counter.saga.${order.saga.status}`)}
            act={
              maySeeSaga && { href: paths.officeSaga.href({ ...slugs, id: order.id }), words: t('counter.fact.look') }
            }
          />
        )}
      </dl>
    </section>
  )
}

type FactProps = { name: string; value: Child; act?: { href: string; words: string } | false | '' | null | undefined }

const Fact: FC<FactProps> = ({ name, value, act }) =>
  value ? (
    <div>
      <dt>{useView().t(`counter.fact.${name}`)}</dt>
      <dd class="num min-w-0 break-words">{value}</dd>
      {act && (
        <dd>
          <a class="act" href={act.href}>
            {act.words}
          </a>
        </dd>
      )}
    </div>
  ) : null
