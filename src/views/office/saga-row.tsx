import type { FC } from 'hono/jsx'
import type { SagaRow as Saga } from '../../domain/orders/saga/queries'
import { paths } from '../paths'
import { moneyText } from '../ui/money'
import { useView } from '../ui/view'
import { clockText, type T } from '../ui/words'
import { reasonText } from './reason'
import type { SagaListProps } from './saga-list'

/** One saga in the list: whose, when, and how it stands. */
export const SagaRow: FC<SagaListProps & { row: Saga }> = ({ frame: { place }, timeZone, row, currentId, show }) => {
  const { t, lang } = useView()
  const params = { brand: place.brandSlug, store: place.storeSlug, id: row.orderId }
  const what = [
    t(`orders.type.${row.orderType}`),
    moneyText(row.total, lang, row.currency),
    row.status === 'compensated' && row.endReason ? reasonText(t, row.endReason) : row.contactName,
  ]
  return (
    <li>
      <a
        class="items-start py-2.5"
        href={paths.officeSaga.href(params, show === 'needs_you' ? {} : { show })}
        {...(row.orderId === currentId ? { 'aria-current': 'true' } : {})}
      >
        <span class="min-w-0 flex-1">
          <span class="flex items-baseline justify-between">
            <b class="num">{row.number ?? t('orders.no_number')}</b>
            <span class="num text-xs font-normal text-muted">{clockText(row.createdAt, lang, timeZone)}</span>
          </span>
          <span class="block truncate font-normal">{what.filter(Boolean).join(t('office.comma'))}</span>
          <span class="mt-0.5 block">
            <SagaTag row={row} />
          </span>
        </span>
      </a>
    </li>
  )
}

const tagOf = (t: T, row: Saga): [string, string] => {
  if (row.status === 'compensating') return ['tag tag-wait', t('office.saga.status.compensating')]
  if (row.isStuck) return ['tag tag-bad', t('office.saga.stuck')]
  return ['tag', t(`office.saga.status.${row.status}`)]
}

const SagaTag: FC<{ row: Saga }> = ({ row }) => {
  const [look, words] = tagOf(useView().t, row)
  return <span class={look}>{words}</span>
}
