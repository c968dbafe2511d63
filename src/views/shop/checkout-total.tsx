import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import type { CheckoutProps } from './checkout'

/** The torn end of the bill: the total never leaves the screen, and the button says what happens. */
export const TotalBar: FC<CheckoutProps> = ({ store, priced, openness, asksWithoutLost, isStuck }) => {
  const { t } = useView()
  const say = (how: 'cash' | 'online') => (asksWithoutLost ? 'shop.checkout.go_without' : `shop.checkout.go_${how}`)
  return (
    <section class="totalbar" aria-label={t('shop.bill.total')}>
      <div class="tear-top mx-auto max-w-[40rem]">
        <p class="leading-tight">
          <span class="num block text-xs text-muted">{t('shop.cart.portions', { count: priced.itemCount })}</span>
          <Money amount={priced.total} currency={store.currency} class="text-xl" />
        </p>
        {isStuck || priced.itemCount === 0 ? (
          <a class="btn btn-primary btn-lg" href={paths.cart.href({ brand: store.brandSlug, store: store.storeSlug })}>
            {t('shop.cart.look')}
          </a>
        ) : (
          <button class="btn btn-primary btn-lg" type="submit" form="form" disabled={!openness.open}>
            <span class="says-cash">{t(say('cash'))}</span>
            <span class="says-online">{t(say('online'))}</span>
          </button>
        )}
      </div>
    </section>
  )
}
