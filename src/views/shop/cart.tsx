import type { FC } from 'hono/jsx'
import { paths, type Query } from '../paths'
import { Alert } from '../ui/form'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { BillTotal, Charges } from './bill'
import { CartLine } from './cart-line-form'
import { type CartProps, HowSoon } from './cart-slip'
import { EmptyCart } from './empty-cart'
import { LastTime, type LastTimeProps } from './last-time'
import { BackBar, ShopLayout, useTitle } from './layout'

export type CartPageProps = CartProps & {
  /** Words about what just happened: why a payment came to nothing, what could not be ordered again. */
  problem?: string | undefined
  /** Names the problem in the URL, so that it stays said while the page fetches itself. */
  why?: Query | undefined
  /** What was ordered last time, offered while nothing is. */
  last?: LastTimeProps | null
}

/** The order so far: amounts to change, what is wrong with a line and what to do about it. */
export const CartPanel: FC<CartPageProps> = (props) => {
  const { store, priced } = props
  const place = { brand: store.brandSlug, store: store.storeSlug }
  const live = {
    'hx-get': paths.cart.href(place, props.why),
    'hx-trigger': 'cart from:body, menu from:body',
    'hx-swap': 'outerMorph',
  }
  return (
    <section id="cart-panel" class="grid gap-6" {...live}>
      {props.problem && (
        <div class="notice notice-wait" role="alert">
          <Icon name="info" />
          <span>{props.problem}</span>
        </div>
      )}
      {priced.lines.length > 0 ? <FullCart {...props} /> : <EmptyCart store={store} />}
      {props.last && <LastTime {...props.last} />}
    </section>
  )
}

const FullCart: FC<CartPageProps> = ({ store, orderType, priced }) => {
  const { t } = useView()
  const place = { brand: store.brandSlug, store: store.storeSlug }
  const blocked = priced.problems.filter(
    ({ problem }) => problem?.reason !== 'price_up' && problem?.reason !== 'price_down',
  )
  return (
    <>
      <div class="slip">
        <div class="slip-paper px-5 pt-5">
          <div class="flex items-baseline justify-between">
            <h2 class="text-lg">{t('shop.cart.yours')}</h2>
            <HowSoon store={store} orderType={orderType} />
          </div>
          <ul class="mt-3">
            {priced.lines.map((line) => (
              <CartLine store={store} line={line} />
            ))}
          </ul>
          <div class="tearline pt-3 pb-2">
            <Charges sums={priced} currency={store.currency} class="mb-3" />
            <BillTotal total={priced.total} currency={store.currency} portions={priced.itemCount} />
          </div>
        </div>
      </div>
      <a class="btn w-full" href={paths.shop.href(place)}>
        <Icon name="plus" />
        {t('shop.cart.add_more')}
      </a>
      <section class="totalbar" aria-label={t('shop.cart.total')}>
        <div class="tear-top mx-auto max-w-[40rem]">
          <p class="leading-tight">
            <span class="num block text-xs text-muted">{t('shop.cart.portions', { count: priced.itemCount })}</span>
            <Money amount={priced.total} currency={store.currency} class="text-xl" />
          </p>
          {blocked.length > 0 ? (
            <Alert text={t('shop.cart.fix_first')} />
          ) : (
            <a class="btn btn-primary btn-lg" href={paths.checkout.href(place)}>
              {t('shop.cart.checkout')}
            </a>
          )}
        </div>
      </section>
    </>
  )
}

export const CartPage: FC<CartPageProps> = (props) => {
  const { t } = useView()
  const { store } = props
  const place = { brand: store.brandSlug, store: store.storeSlug }
  return (
    <ShopLayout title={useTitle(t('shop.cart.title'), store)} place={store} stream={paths.shopStream.href(place)}>
      <BackBar
        title={t('shop.cart.title')}
        back={paths.shop.href(place)}
        backLabel={t('shop.back_to_menu')}
        place={store}
        sticky
      />
      <main id="main" class="mx-auto max-w-[40rem] px-4 pb-32">
        <CartPanel {...props} />
      </main>
    </ShopLayout>
  )
}

export const cartScreen = { Page: CartPage, Panel: CartPanel }
