import type { FC } from 'hono/jsx'
import type { Openness } from '../../domain/brands/hours'
import type { Store } from '../../domain/brands/store-view'
import type { OrderType, Priced } from '../../domain/cart/price-cart'
import { paths } from '../paths'
import { IdempotencyKey } from '../ui/form'
import { useView } from '../ui/view'
import { Bill } from './bill'
import { LineProblem, useLineName } from './cart-line'
import { HowSection, WhenSection } from './checkout-how'
import { PaySection } from './checkout-pay'
import { TotalBar } from './checkout-total'
import { Warnings } from './checkout-warnings'
import { WhoSection } from './checkout-who'
import { BackBar, ShopLayout, useTitle } from './layout'

export const checkoutFields = ['contactName', 'contactPhone', 'address', 'tableLabel', 'note', 'paymentMethod'] as const
export type CheckoutField = (typeof checkoutFields)[number]

export type CheckoutProps = {
  store: Store
  openness: Openness
  orderType: OrderType
  priced: Priced
  typed: Partial<Record<CheckoutField, string>>
  /** Words by field. */
  errors: Partial<Record<CheckoutField, string>>
  /** Words about the order as a whole: why it was not taken, and what to do. */
  refusal?: string | undefined
  /** The order can go on without the lines that are lost, if the reader says so by sending it. */
  asksWithoutLost: boolean
  /** A line must be changed first. */
  isStuck: boolean
  /** What this reader may leave empty. */
  optional: ReadonlySet<CheckoutField>
  key?: string | undefined
}

export const CheckoutPanel: FC<CheckoutProps> = (props) => {
  const { store, priced, orderType } = props
  const action = paths.checkout.href({ brand: store.brandSlug, store: store.storeSlug })
  return (
    <div id="checkout-panel">
      <Warnings {...props} />
      <form
        id="form"
        class="divide-y divide-line [&>section]:py-6 [&>section:first-of-type]:pt-0"
        method="post"
        action={action}
        hx-post={action}
        hx-target="#checkout-panel"
        hx-swap="outerMorph focusScroll:true"
        novalidate
      >
        <IdempotencyKey value={props.key} />
        <input type="hidden" name="acceptedTotal" value={String(priced.total)} />
        {props.asksWithoutLost && <input type="hidden" name="withoutLost" value="1" />}
        <HowSection {...props} />
        <WhenSection store={store} orderType={orderType} openness={props.openness} />
        <WhoSection {...props} />
        <PaySection {...props} />
        <BillSection {...props} />
      </form>
      <TotalBar {...props} />
    </div>
  )
}

const BillSection: FC<CheckoutProps> = ({ store, priced }) => {
  const { t } = useView()
  return (
    <section aria-labelledby="h-bill">
      <div class="slip">
        <div class="slip-paper px-5 pt-5">
          <div class="mb-2 flex items-baseline justify-between">
            <h2 class="text-lg" id="h-bill">
              {t('shop.checkout.bill')}
            </h2>
            <a class="act" href={paths.cart.href({ brand: store.brandSlug, store: store.storeSlug })}>
              {t('shop.checkout.change')}
            </a>
          </div>
          <Bill lines={priced.lines} sums={priced} currency={store.currency} />
          {priced.problems.length > 0 && (
            <ul class="mt-3 grid gap-2">
              {priced.problems.map((line) => (
                <li class="text-sm">
                  {useLineName(line)}
                  <LineProblem line={line} currency={store.currency} />
                </li>
              ))}
            </ul>
          )}
          <p class="py-3"></p>
        </div>
      </div>
    </section>
  )
}

export const CheckoutPage: FC<CheckoutProps> = (props) => {
  const { t } = useView()
  const { store } = props
  const place = { brand: store.brandSlug, store: store.storeSlug }
  return (
    <ShopLayout title={useTitle(t('shop.checkout.title'), store)} place={store} skipTo="form">
      <BackBar
        title={t('shop.checkout.title')}
        back={paths.shop.href(place)}
        backLabel={t('shop.back_to_menu')}
        place={store}
        sticky
      />
      <main class="mx-auto max-w-[40rem] px-4 pt-3 pb-32">
        <CheckoutPanel {...props} />
      </main>
    </ShopLayout>
  )
}

export const checkoutScreen = { Page: CheckoutPage, Panel: CheckoutPanel }
