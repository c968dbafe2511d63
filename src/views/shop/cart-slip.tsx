import type { FC } from 'hono/jsx'
import type { Store } from '../../domain/brands/store-view'
import type { OrderType, Priced, PricedLine } from '../../domain/cart/price-cart'
import { paths } from '../paths'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { BillTotal, Charges } from './bill'
import { dishUrl } from './box'
import { LineAmount, LineDetails, LineProblem, useLineName } from './cart-line'
import { minutesOf } from './modes'

export type CartProps = { store: Store; orderType: OrderType; priced: Priced }

const urls = (store: Store) => ({
  cart: paths.cart.href({ brand: store.brandSlug, store: store.storeSlug }),
  checkout: paths.checkout.href({ brand: store.brandSlug, store: store.storeSlug }),
})

/** How it is to be had, and how soon. */
export const HowSoon: FC<{ store: Store; orderType: OrderType }> = ({ store, orderType }) => {
  const { t } = useView()
  return (
    <p class="text-sm text-muted">
      {t('shop.cart.how_soon', {
        type: t(`orders.type.${orderType}`),
        minutes: t('shop.mode.minutes', minutesOf(store, orderType)),
      })}
    </p>
  )
}

/** The bill beside the menu, on a desk. */
export const CartSlip: FC<CartProps> = ({ store, orderType, priced }) => {
  const { t } = useView()
  const { cart, checkout } = urls(store)
  const hasTrouble = priced.problems.length > 0
  return (
    <div class="slip sticky top-8" id="cart-slip">
      <div class="slip-paper px-5 pt-5">
        <div class="flex items-baseline justify-between">
          <h2 class="text-lg">{t('shop.cart.title')}</h2>
          <HowSoon store={store} orderType={orderType} />
        </div>
        {priced.lines.length === 0 ? (
          <p class="mt-3 border-t border-line py-6 text-center text-muted">{t('shop.cart.empty_slip')}</p>
        ) : (
          <>
            <ul class="slip-lines mt-3">
              {priced.lines.map((line) => (
                <SlipLine store={store} line={line} />
              ))}
            </ul>
            <div class="tearline pt-3">
              <Charges sums={priced} currency={store.currency} class="mb-3" />
              <BillTotal total={priced.total} currency={store.currency} portions={priced.itemCount} />
              <a class="btn btn-primary btn-lg mt-4 mb-3 w-full" href={hasTrouble ? cart : checkout}>
                {t(hasTrouble ? 'shop.cart.look' : 'shop.cart.checkout')}
              </a>
            </div>
          </>
        )}
      </div>
    </div>
  )
}

const SlipLine: FC<{ store: Store; line: PricedLine }> = ({ store, line }) => {
  const { t } = useView()
  const name = useLineName(line)
  return (
    <li class="grid grid-cols-[auto_1fr_auto] gap-x-3 border-t border-line py-3">
      <a
        class="box box-quiet has-some size-9"
        href={line.dish ? dishUrl(store, line.dishId, line.id) : urls(store).cart}
        {...(line.dish ? { 'data-sheet': true } : {})}
        aria-label={t('shop.cart.change', { name, count: line.quantity })}
      >
        {line.quantity}
      </a>
      <div class="min-w-0">
        <p class="leading-6">{name}</p>
        <LineDetails line={line} />
        <LineProblem line={line} currency={store.currency} />
      </div>
      <LineAmount line={line} currency={store.currency} />
    </li>
  )
}

/** The bar at the foot of a phone's menu: how many, how much, and the way on. Nothing while nothing is ordered. */
export const CartBar: FC<CartProps> = ({ store, priced }) => {
  const { t } = useView()
  if (priced.lines.length === 0)
    return <aside class="lg:hidden" id="cart-bar" aria-label={t('shop.cart.title')} hidden></aside>
  return (
    <aside class="cartbar lg:hidden" id="cart-bar" aria-label={t('shop.cart.title')}>
      <a class="tear-top md:px-8" href={urls(store).cart}>
        <span class="count">{priced.itemCount}</span>
        {t('shop.cart.view')}
        <Money amount={priced.total} currency={store.currency} class="ms-auto text-lg" />
      </a>
    </aside>
  )
}
