import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { livePanel } from '../ui/freshness'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { withBubbles } from './bubble'
import { Countdown } from './countdown'
import { type OfficeFrame, OfficeLayout } from './layout'
import { SagaActs } from './saga-acts'
import { SagaAside } from './saga-aside'
import type { SagaFacts } from './saga-facts'
import { headline, lead, mark } from './saga-headline'
import { SagaLanes } from './saga-lanes'
import { SagaListPanel, type SagaListProps } from './saga-list'

export type SagaProps = { frame: OfficeFrame; facts: SagaFacts; mayPush: boolean; list: SagaListProps | null }

/** A phone number that staff may recognise but not copy. */
const masked = (phone: string) => (phone.length < 7 ? phone : `${phone.slice(0, 4)} ***${phone.slice(-3)}`)

export const SagaPanel: FC<SagaProps> = ({ frame, facts, mayPush }) => {
  const { t, here } = useView()
  const { saga, trail } = facts
  const params = { brand: frame.place.brandSlug, store: frame.place.storeSlug, id: saga.orderId }
  const whom = [t(`orders.type.${saga.orderType}`), saga.contactName, masked(saga.contactPhone)].filter(Boolean)
  const said = lead(facts)
  const [before = '', after] = said.text.split(mark)
  const title = headline(facts)
  const [titleBefore = '', titleAfter] = title.text.split(mark)
  return (
    <main
      id="saga-panel"
      class="grid min-h-0 grid-rows-[auto_minmax(0,1fr)] overflow-y-auto max-lg:block"
      {...livePanel(here, ['sagas', 'orders'])}
    >
      <header class="px-8 pt-5 pb-5 max-lg:px-4">
        <p class="text-sm text-muted">
          <a class="underline underline-offset-4" href={paths.officeOrder.href(params)}>
            {t('office.saga.order_of')} <span class="num">{trail.fullNumber ?? t('orders.no_number')}</span>
          </a>
          <span class="num">{t('office.saga.whom', { whom: whom.join(t('office.comma')) })}</span>
        </p>
        <div class="mt-3 flex items-start gap-8 max-lg:flex-col max-lg:gap-4">
          <div class="min-w-0 flex-1">
            <h1 class="text-xl" id="main" tabindex={-1}>
              {titleBefore}
              {title.amount !== null && <Money amount={title.amount} currency={saga.currency} />}
              {titleAfter}
            </h1>
            <p class="num mt-1 max-w-[38rem] text-sm">
              {before}
              {said.until && <Countdown until={said.until} />}
              {after}
            </p>
          </div>
          <SagaActs place={frame.place} facts={facts} mayPush={mayPush} />
        </div>
      </header>
      <div class="grid min-h-0 grid-cols-[minmax(0,1fr)_15rem] items-start gap-8 border-t border-line px-8 pb-6 max-lg:grid-cols-1 max-lg:px-4">
        <SagaLanes facts={facts} />
        <SagaAside facts={facts} />
      </div>
    </main>
  )
}

export const SagaPage: FC<SagaProps> = (props) => {
  const { t } = useView()
  const { place } = props.frame
  const up = paths.officeSagas.href({ brand: place.brandSlug, store: place.storeSlug })
  const title = t('office.saga.title', { number: props.facts.trail.fullNumber ?? t('orders.no_number') })
  return (
    <OfficeLayout frame={props.frame} noun="sagas" title={title} up={up}>
      <div class="grid min-h-0 min-w-0 grid-cols-[17rem_minmax(0,1fr)] max-lg:block">
        {props.list && <SagaListPanel {...props.list} />}
        <SagaPanel {...props} />
      </div>
      <div id="saga-act"></div>
    </OfficeLayout>
  )
}

export const sagaScreen = { Page: SagaPage, Panel: withBubbles(SagaPanel) }
