import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import type { OrderView } from '../../domain/orders/order-view'
import type { Reversal } from '../../domain/orders/preview-reversal'
import { paths } from '../paths'
import { Alert } from '../ui/form'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { BillLines } from './bill'
import { BackBar, ShopLayout, useTitle } from './layout'

export type CancellationProps = {
  order: OrderView
  place: Place
  reversal: Reversal | null
  refusal?: string | undefined
}

/** What calling the order off does, and the yes to it. */
export const CancellationPanel: FC<CancellationProps & { isDialog?: boolean }> = ({
  order,
  reversal,
  refusal,
  isDialog,
}) => {
  const { t } = useView()
  const url = paths.orderCancellation.href({ id: order.id })
  const money = reversal?.money ?? null
  return (
    <div class="grid gap-4 px-4 py-5" id="cancellation-panel">
      <h2 class="text-xl outline-none" id="cancellation-h" {...(isDialog ? { tabindex: -1, autofocus: true } : {})}>
        {order.number ? t('shop.off.title', { number: order.number }) : t('shop.off.title_unnumbered')}
      </h2>
      <ul class="border-y border-line">
        <li class="flex items-start gap-3 py-3">
          <Icon name={money ? 'undo-2' : 'check'} class="mt-1 text-muted" />
          <div class="flex-1 leading-6">
            {t(money ? `shop.off.money_${money.by}` : 'shop.off.no_money')}
            {money && <span class="block text-xs text-muted">{t(`shop.off.money_${money.by}_hint`)}</span>}
          </div>
          {money && <Money amount={money.amount} currency={order.currency} />}
        </li>
      </ul>
      <BillLines lines={order.lines} currency={order.currency} />
      <Alert text={refusal} />
      <form
        class="grid gap-2"
        method="post"
        action={url}
        hx-post={url}
        hx-target="#cancellation-panel"
        hx-swap="outerHTML"
      >
        <button class="btn btn-error btn-outline btn-lg" type="submit" disabled={!order.mayCancel}>
          {t('shop.off.yes')}
        </button>
      </form>
      {isDialog ? (
        <form class="-mt-2 grid" method="dialog">
          <button class="btn btn-lg" type="submit">
            {t('shop.off.no')}
          </button>
        </form>
      ) : (
        <a class="btn btn-lg -mt-2" href={paths.order.href({ id: order.id })}>
          {t('shop.off.no')}
        </a>
      )}
    </div>
  )
}

const CancellationSheet: FC<CancellationProps> = (props) => (
  <dialog class="sheet" aria-labelledby="cancellation-h">
    <div class="sheet-scroll">
      <CancellationPanel {...props} isDialog />
    </div>
  </dialog>
)

const CancellationPage: FC<CancellationProps> = (props) => {
  const { t } = useView()
  const { order, place } = props
  return (
    <ShopLayout title={useTitle(t('shop.order.off'), place)} place={place}>
      <BackBar
        title={t('shop.order.off')}
        back={paths.order.href({ id: order.id })}
        backLabel={t('shop.off.no')}
        place={place}
      />
      <main id="main" class="mx-auto max-w-[32rem]">
        <CancellationPanel {...props} />
      </main>
    </ShopLayout>
  )
}

export const cancellationScreen = { Page: CancellationPage, Panel: CancellationSheet }
export const cancellationPanelScreen = {
  Page: CancellationPage,
  Panel: (props: CancellationProps) => <CancellationPanel {...props} isDialog />,
}
