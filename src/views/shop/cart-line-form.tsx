import type { FC } from 'hono/jsx'
import type { PricedLine } from '../../domain/cart/price-cart'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { dishUrl } from './box'
import { isLost, LineAmount, LineDetails, LineProblem, useLineName } from './cart-line'
import type { CartProps } from './cart-slip'

/** A line of the order on its own page: what it is, what it costs, and how to change it. */
export const CartLine: FC<{ store: CartProps['store']; line: PricedLine }> = ({ store, line }) => {
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
  if (isLost(line))
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
      <fieldset class="stepper" aria-label={t('shop.cart.amount_of', { name })}>
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
      </fieldset>
    </form>
  )
}
