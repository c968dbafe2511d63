import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { useView } from '../ui/view'
import type { CartProps } from './cart-slip'

/** An empty plate, and the way to fill it. */
export const EmptyCart: FC<Pick<CartProps, 'store'>> = ({ store }) => {
  const { t, asset } = useView()
  const place = { brand: store.brandSlug, store: store.storeSlug }
  return (
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
  )
}
