import type { Child, FC } from 'hono/jsx'
import type { PricedLine } from '../../domain/cart/price-cart'
import { paths } from '../paths'
import { Alert } from '../ui/form'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { BillTotal, Charges } from './bill'
import { dishUrl } from './box'
import { isLost, LineAmount, LineDetails, LineProblem, useLineName } from './cart-line'
import { type CartProps, HowSoon } from './cart-slip'
import { BackBar, ShopLayout, useTitle } from './layout'

export type CartPageProps = CartProps & {
  /** Words about what just happened: why a payment came to nothing, what could not be ordered again. */
  problem?: string | undefined
  /** What was ordered last time, offered while the cart is empty. */
  again?: Child
}

/** The order so far: amounts to change, what is wrong with a line and what to do about it. */
export const CartPanel: FC<CartPageProps> = (props) => {
  const { store, priced } = props
  const place = { brand: store.brandSlug, store: store.storeSlug }
  const live = {
    'hx-get': paths.cart.href(place),
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
      {priced.lines.length === 0 ? <EmptyCart {...props} /> : <FullCart {...props} />}
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
              <CartLine {...{ store, line }} />
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

const CartLine: FC<{ store: CartProps['store']; line: PricedLine }> = ({ store, line }) => {
  const name = useLineName(line)
  return (
    <li class="grid grid-cols-[1fr_auto] gap-x-3 gap-y-2 border-t border-line py-3">
      <div class="min-w-0">
        <p class="leading-6">
          {line.dish ? (
            <a
              class="underline decoration-line-strong underline-offset-4"
              href={dishUrl(store, line.dishId, line.id)}
              data-sheet
            >
              {name}
            </a>
          ) : (
            name
          )}
        </p>
        <LineDetails line={line} />
        <LineProblem line={line} currency={store.currency} />
      </div>
      <LineAmount line={line} currency={store.currency} />
      <WayOut store={store} line={line} name={name} />
    </li>
  )
}

/** The amount, one less or one more; or, for a line in trouble, what helps. */
const WayOut: FC<{ store: CartProps['store']; line: PricedLine; name: string }> = ({ store, line, name }) => {
  const { t } = useView()
  const action = paths.cartLine.href({ brand: store.brandSlug, store: store.storeSlug, line: line.id })
  const { problem } = line
  const form = {
    method: 'post' as const,
    action,
    'hx-post': action,
    'hx-target': '#cart-panel',
    'hx-swap': 'outerMorph',
  }
  const lost =
    problem?.reason === 'gone' ||
    problem?.reason === 'bad_options' ||
    (problem?.reason === 'sold_out' && problem.available === 0)
  if (lost)
    return (
      <form class="col-span-2 flex gap-2" {...form}>
        {line.dish && problem?.reason === 'bad_options' && (
          <a class="btn btn-sm" href={dishUrl(store, line.dishId, line.id)} data-sheet>
            {t('shop.cart.choose_again')}
          </a>
        )}
        <button
          class="btn btn-sm"
          type="submit"
          name="quantity"
          value="0"
          aria-label={t('shop.cart.remove_name', { name })}
        >
          <Icon name="trash-2" />
          {t('shop.cart.remove')}
        </button>
      </form>
    )
  if (problem?.reason === 'sold_out')
    return (
      <form class="col-span-2" {...form}>
        <button class="btn btn-sm" type="submit" name="quantity" value={String(problem.available)}>
          {t('shop.cart.take_left', { count: problem.available })}
        </button>
      </form>
    )
  return (
    <form class="col-span-2 justify-self-end" {...form}>
      <div class="stepper" role="group" aria-label={t('shop.cart.amount_of', { name })}>
        <button
          type="submit"
          name="quantity"
          value={String(line.quantity - 1)}
          aria-label={t(line.quantity === 1 ? 'shop.cart.remove_name' : 'shop.cart.one_less', { name })}
        >
          <Icon name={line.quantity === 1 ? 'trash-2' : 'minus'} />
        </button>
        <output>{line.quantity}</output>
        <button
          type="submit"
          name="quantity"
          value={String(line.quantity + 1)}
          aria-label={t('shop.cart.one_more', { name })}
          disabled={line.quantity >= 99}
        >
          <Icon name="plus" />
        </button>
      </div>
    </form>
  )
}

const EmptyCart: FC<CartPageProps> = ({ store, again }) => {
  const { t, asset } = useView()
  const place = { brand: store.brandSlug, store: store.storeSlug }
  return (
    <>
      <section class="slip" aria-labelledby="empty-h">
        <div class="slip-paper grid justify-items-center px-5 pt-8 pb-9 text-center">
          <span class="plate plate-bare plate-tone-rice size-44">
            <img src={asset('chopsticks.webp')} width="176" height="176" alt="" decoding="async" />
          </span>
          <h2 class="mt-5 text-xl" id="empty-h">
            {t('shop.cart.empty_title')}
          </h2>
          <p class="mt-1 text-muted">{t('shop.cart.empty_body', { minutes: store.prepMinutes })}</p>
          <a class="btn btn-primary btn-lg mt-6 w-full" href={paths.shop.href(place)}>
            {t('shop.cart.see_menu')}
          </a>
        </div>
      </section>
      {again}
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
