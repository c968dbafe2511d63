import type { FC } from 'hono/jsx'
import type { SagaRow } from '../../domain/orders/saga/queries'
import { paths } from '../paths'
import { livePanel } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { withBubbles } from './bubble'
import { type OfficeFrame, OfficeLayout } from './layout'
import { SagaRow as SagaLine } from './saga-row'

export type SagaShow = 'needs_you' | 'open' | 'all'
export const sagaShows: readonly SagaShow[] = ['needs_you', 'open', 'all']

export type SagaListProps = {
  frame: OfficeFrame
  timeZone: string
  show: SagaShow
  rows: SagaRow[]
  /** Turned back today and all put back: shown under those that want a look. */
  settled: SagaRow[]
  counts: { needsYou: number; open: number; today: number; todayDone: number }
  nextCursor: string | null
  currentId?: string | undefined
}

const listHref = (
  { frame: { place } }: SagaListProps,
  { show, ...query }: { show: SagaShow; cursor?: string; current?: string | undefined },
) =>
  paths.officeSagas.href(
    { brand: place.brandSlug, store: place.storeSlug },
    { show: show === 'needs_you' ? undefined : show, ...query },
  )

/** The sagas of a store, the stuck first. */
export const SagaListPanel: FC<SagaListProps> = (props) => {
  const { t } = useView()
  const { show, rows, settled, counts } = props
  const numbers = { needs_you: counts.needsYou, open: counts.open, all: null }
  return (
    <section
      id="saga-list-panel"
      class={`flex min-h-0 flex-col overflow-y-auto border-line lg:border-e ${props.currentId ? 'max-lg:hidden' : ''}`}
      aria-labelledby="flows"
      {...livePanel(listHref(props, { show, current: props.currentId }), ['sagas', 'orders'])}
    >
      <h2 class="px-4 pt-5 text-xl max-lg:sr-only" id="flows">
        {t('office.noun.sagas')}
      </h2>
      <p class="px-4 text-sm text-muted num max-lg:pt-3">
        {t('office.saga.list.today', { today: counts.today, done: counts.todayDone })}
      </p>
      <nav
        class="mt-3 flex flex-none gap-5 border-b border-line px-4 text-sm [&>a]:relative [&>a]:py-2"
        aria-label={t('office.orders.filters')}
      >
        {sagaShows.map((it) => (
          <a
            class={it === show ? 'font-bold shadow-[inset_0_-4px_0_var(--brand)]' : 'text-muted'}
            href={listHref(props, { show: it })}
            {...(it === show ? { 'aria-current': 'true' } : {})}
          >
            {t(`office.saga.list.${it}`)} {numbers[it] !== null && <span class="num">{numbers[it]}</span>}
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p class="flex items-center gap-2 border-b border-line px-4 py-5 text-sm text-muted">
          <Icon name="check" class="size-4 text-ok" />
          {t(`office.saga.list.none_${show}`)}
        </p>
      ) : (
        <Rows {...props} rows={rows} />
      )}
      {settled.length > 0 && (
        <>
          <h3 class="px-4 pt-6 pb-2 text-xs font-normal text-muted">{t('office.saga.list.settled')}</h3>
          <div class="border-t border-line">
            <Rows {...props} rows={settled} />
          </div>
        </>
      )}
      {props.nextCursor && (
        <p class="p-4">
          <a class="btn btn-sm" href={listHref(props, { show, cursor: props.nextCursor })}>
            {t('office.orders.older')}
          </a>
        </p>
      )}
    </section>
  )
}

const Rows: FC<SagaListProps> = (props) => (
  <ul class="rows">
    {props.rows.map((row) => (
      <SagaLine {...props} row={row} />
    ))}
  </ul>
)

/** The list alone: on a phone the whole page, on a desk beside the place where one will open. */
export const SagasPage: FC<SagaListProps> = (props) => {
  const { t } = useView()
  return (
    <OfficeLayout frame={props.frame} noun="sagas" title={t('office.noun.sagas')}>
      <main id="main" class="grid min-h-0 min-w-0 grid-cols-[17rem_minmax(0,1fr)] max-lg:block">
        <SagaListPanel {...props} />
        <div class="grid place-items-center p-8 text-center max-lg:hidden">
          <div class="grid justify-items-center gap-4">
            <Icon name="workflow" class="size-10 text-line-strong" />
            <h1 class="max-w-[26rem] text-base font-normal">
              {t(props.counts.needsYou > 0 ? 'office.saga.list.choose' : 'office.saga.list.calm')}
            </h1>
          </div>
        </div>
      </main>
    </OfficeLayout>
  )
}

export const sagasScreen = { Page: SagasPage, Panel: withBubbles(SagaListPanel) }
