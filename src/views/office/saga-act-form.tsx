import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { type OfficeFrame, OfficeLayout } from './layout'
import { type ActName, actHref } from './saga-acts'
import { money, moneyOf, type SagaFacts } from './saga-facts'

export type SagaActProps = {
  frame: OfficeFrame
  facts: SagaFacts
  act: ActName
  /** The reason as it was typed, and what is wrong with it. */
  problem?: { typed: string; error: string }
}

const sagaHref = ({ frame: { place }, facts }: SagaActProps) =>
  paths.officeSaga.href({ brand: place.brandSlug, store: place.storeSlug, id: facts.saga.orderId })

/** What the act moves: money still to go back, or all that came in. */
const amountOf = ({ facts, act }: SagaActProps) => {
  const { toReturn, returned, paid } = moneyOf(facts)
  return money(facts, act === 'settlement' ? toReturn - returned : paid)
}

/** One question before a weighty act: what will happen, why, and the way out. */
const Question: FC<SagaActProps & { heading: 'h1' | 'h2' }> = (props) => {
  const { t } = useView()
  const Heading = props.heading
  const { facts, act, problem } = props
  const words = (key: string) => t(`office.saga.act.${act}_${key}`, { amount: amountOf(props) })
  const isUnpaid = act === 'compensation' && moneyOf(facts).paid === 0
  return (
    <>
      <Heading class="text-lg" id="act-h">
        {words('title')}
      </Heading>
      <p class="mt-1 mb-4 text-sm">{isUnpaid ? t('office.saga.act.compensation_lead_unpaid') : words('lead')}</p>
      <Field name="reason" label={words('reason')} hint={t('office.saga.act.reason_hint')} error={problem?.error}>
        <textarea
          class="textarea w-full"
          rows={2}
          maxlength={200}
          required
          {...fieldAttrs('reason', problem?.error, 'hint')}
        >
          {problem?.typed ?? ''}
        </textarea>
      </Field>
    </>
  )
}

const Do: FC<{ act: ActName; amount: string }> = ({ act, amount }) => (
  <button class={act === 'compensation' ? 'btn btn-error btn-outline' : 'btn btn-primary'} type="submit">
    {useView().t(`office.saga.act.${act}_do`, { amount })}
  </button>
)

/** The question over the page it is about. */
export const SagaActDialog: FC<SagaActProps> = (props) => {
  const { t } = useView()
  const action = actHref(props.act, props.frame.place, props.facts)
  return (
    <dialog class="sheet" id="saga-act-form" aria-labelledby="act-h" data-opens>
      <form
        class="contents"
        method="post"
        action={action}
        hx-post={action}
        hx-target="#saga-act-form"
        hx-swap="outerHTML"
        hx-disable="find button[type=submit]"
        novalidate
      >
        <div class="sheet-scroll p-5">
          <Question {...props} heading="h2" />
        </div>
        <div class="sheet-foot">
          <div class="flex flex-wrap justify-end gap-2">
            <button class="btn" type="button" commandfor="saga-act-form" command="close">
              {t('office.saga.act.leave')}
            </button>
            <Do act={props.act} amount={amountOf(props)} />
          </div>
        </div>
      </form>
    </dialog>
  )
}

/** The same question as a page of its own. */
export const SagaActPage: FC<SagaActProps> = (props) => {
  const { t } = useView()
  return (
    <OfficeLayout frame={props.frame} noun="sagas" title={t(`office.saga.act.${props.act}`)} up={sagaHref(props)}>
      <main id="main" class="min-h-0 overflow-y-auto px-8 py-6 max-lg:px-4">
        <a class="act mb-2 max-lg:hidden" href={sagaHref(props)}>
          <Icon name="arrow-left" class="size-4" />
          {t('office.saga.act.leave')}
        </a>
        <form
          class="grid max-w-[36rem] gap-4"
          method="post"
          action={actHref(props.act, props.frame.place, props.facts)}
          novalidate
        >
          <div>
            <Question {...props} heading="h1" />
          </div>
          <div class="flex flex-wrap gap-2">
            <Do act={props.act} amount={amountOf(props)} />
            <a class="btn" href={sagaHref(props)}>
              {t('office.saga.act.leave')}
            </a>
          </div>
        </form>
      </main>
    </OfficeLayout>
  )
}

export const sagaActScreen = { Page: SagaActPage, Panel: SagaActDialog }
