import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Document } from '../ui/document'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { type ListedOrder, LiveOrder, PastOrder } from './order-rows'
import { AccountNav } from './store-header'

export type OrdersProps = { orders: ListedOrder[]; nextCursor: string | null }

const isLive = ({ order: { status } }: ListedOrder) => status !== 'completed' && status !== 'cancelled'

/** The reader's own orders: what is on its way first, then what was. */
export const OrdersPage: FC<OrdersProps> = ({ orders, nextCursor }) => {
  const { t, reader } = useView()
  const live = orders.filter(isLive)
  const past = orders.filter((listed) => !isLive(listed))
  return (
    <Document title={t('shop.orders.page')} scripts={['shop.js']}>
      <header class="mx-auto flex h-14 max-w-[40rem] items-center px-1">
        <a class="btn btn-ghost btn-square" href={paths.home.href({})} aria-label={t('ui.go_home')}>
          <Icon name="arrow-left" />
        </a>
        <h1 class="flex-1 text-lg">{t('shop.orders.title')}</h1>
        <span class="pe-3">
          <AccountNav />
        </span>
      </header>
      <main id="main" class="mx-auto grid max-w-[40rem] gap-6 px-4 pb-10">
        {orders.length === 0 && <NoOrders />}
        {live.length > 0 && (
          <section class="grid gap-4" aria-labelledby="live-h">
            <h2 class="sr-only" id="live-h">
              {t('shop.orders.live')}
            </h2>
            {live.map((listed) => (
              <LiveOrder {...listed} />
            ))}
          </section>
        )}
        {past.length > 0 && (
          <section aria-labelledby="past-h">
            <h2 class="border-b border-line pb-2 text-lg" id="past-h">
              {t('shop.orders.past')}
            </h2>
            <ul>
              {past.map((listed) => (
                <PastOrder {...listed} />
              ))}
            </ul>
          </section>
        )}
        {nextCursor && (
          <a class="btn" href={paths.myOrders.href({}, { after: nextCursor })}>
            {t('shop.orders.more')}
          </a>
        )}
        {reader && (
          <form class="border-t border-line pt-4" method="post" action={paths.signOut.href({})}>
            <button class="act" type="submit">
              <Icon name="log-out" />
              {t('shop.orders.sign_out', { name: reader.name })}
            </button>
          </form>
        )}
      </main>
    </Document>
  )
}

const NoOrders: FC = () => {
  const { t, asset, reader } = useView()
  return (
    <section class="slip" aria-labelledby="none-h">
      <div class="slip-paper grid justify-items-center px-5 pt-8 pb-9 text-center">
        <span class="plate plate-bare plate-tone-rice size-44">
          <img src={asset('chopsticks.webp')} width="176" height="176" alt="" decoding="async" />
        </span>
        <h2 class="mt-5 text-xl" id="none-h">
          {t('shop.orders.none_title')}
        </h2>
        <p class="mt-1 text-muted">{t(reader ? 'shop.orders.none_body' : 'shop.orders.none_body_guest')}</p>
        <a class="btn btn-primary btn-lg mt-6 w-full" href={paths.home.href({})}>
          {t('shop.orders.choose')}
        </a>
      </div>
    </section>
  )
}
