import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import type { QueueOrder } from '../../domain/orders/queue'
import { paths } from '../paths'
import { Alert } from '../ui/form'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'
import { HowTag } from './how'
import { OrderNote } from './order-note'
import { SlipAct } from './slip-act'
import { SlipAge } from './slip-age'
import { Who } from './slip-who'
import { slugsOf } from './slugs'

/** A refusal about one order, in words, to stand on its slip. */
export type SlipProblem = { orderId: string; text: string }

export type SlipProps = { order: QueueOrder; place: Place; isFirst: boolean; problem?: SlipProblem | undefined }

/** One order in its lane: number, how, age, whose, what, and the next thing to do. */
export const OrderSlip: FC<SlipProps> = (props) => {
  const { order, place, problem } = props
  const { t } = useView()
  const number = order.number ?? t('orders.no_number')
  return (
    <li class={order.isNew ? 'slip order-slip is-ringing' : 'slip order-slip'} id={`slip-${order.id}`}>
      <article class="slip-paper" aria-label={number}>
        <header class="flex items-center gap-2">
          <h3 class="num text-xl leading-8">
            <a class="slip-link" href={paths.counterOrder.href({ ...slugsOf(place), id: order.id })}>
              {number}
            </a>
          </h3>
          <HowTag orderType={order.orderType} tableLabel={order.tableLabel} />
          <SlipAge order={order} />
        </header>
        <Who order={order} timeZone={place.timeZone} />
        <Dishes order={order} />
        <OrderNote text={order.note} />
        {order.lines.map((line) => (
          <OrderNote text={line.note} />
        ))}
        {order.isTurningBack && (
          <p class="mt-1 flex items-start gap-1.5 text-sm leading-[1.375rem] font-bold text-bad">
            <Icon name="undo-2" class="mt-0.5 size-4" />
            {t('counter.turning_back')}
          </p>
        )}
        {problem?.orderId === order.id && <Alert text={problem.text} />}
        <SlipAct {...props} />
      </article>
    </li>
  )
}

const Dishes: FC<{ order: QueueOrder }> = ({ order }) => {
  const { t, lang } = useView()
  return (
    <p class="num mt-1.5 text-sm leading-[1.375rem]">
      {order.lines.map((line, i) => (
        <>
          {i > 0 && t('counter.between')}
          <span class="dish-count">
            {t('counter.dish_count', { name: textIn(line.name, lang), count: line.quantity })}
          </span>
        </>
      ))}
    </p>
  )
}
