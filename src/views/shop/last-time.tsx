import type { FC } from 'hono/jsx'
import type { Store } from '../../domain/brands/store-view'
import type { MenuDish } from '../../domain/menu/content'
import type { Texts } from '../../domain/shared/ctx'
import { paths } from '../paths'
import { IdempotencyKey } from '../ui/form'
import { Icon } from '../ui/icon'
import { Money, moneyText } from '../ui/money'
import { useView } from '../ui/view'
import { LineDetails } from './cart-line'
import { groupField } from './dish-group'
import { Plate } from './plate'
import { useTexts } from './text'

export type LastTimeLine = {
  dishId: string
  /** The dish on the present menu; null when it left. */
  dish: MenuDish | null
  name: Texts
  options: { id: string; name: Texts }[]
  quantity: number
  unitPrice: number
  /** What a portion costs now; null when it cannot be had as it was. */
  now: number | null
}
export type LastTimeProps = { store: Store; orderId: string; lines: LastTimeLine[] }

/** What was ordered last time: dish by dish, or all of it again. */
export const LastTime: FC<LastTimeProps> = ({ store, orderId, lines }) => {
  const { t } = useView()
  const total = lines.reduce((sum, { now, quantity }) => sum + (now ?? 0) * quantity, 0)
  return (
    <section aria-labelledby="again-h">
      <h2 class="rule text-lg" id="again-h">
        {t('shop.cart.last_time')}
      </h2>
      <ul>
        {lines.map((line) => (
          <LastLine store={store} line={line} />
        ))}
      </ul>
      {lines.some(({ now }) => now !== null) && (
        <form class="mt-5 grid" method="post" action={paths.orderAgain.href({ id: orderId })}>
          <IdempotencyKey />
          <button class="btn btn-lg w-full justify-between" type="submit">
            <span>{t('shop.cart.again_all')}</span>
            <Money amount={total} currency={store.currency} />
          </button>
        </form>
      )}
    </section>
  )
}

const LastLine: FC<{ store: Store; line: LastTimeLine }> = ({ store, line }) => {
  const { t } = useView()
  const name = useTexts()(line.dish?.name ?? line.name)
  return (
    <li class="flex items-center gap-3 border-b border-line py-3">
      {line.dish && <Plate dish={line.dish} size={56} class="size-14" out={line.now === null} />}
      <div class="min-w-0 flex-1 leading-6">
        <p class="font-bold">{name}</p>
        <LineDetails line={{ options: line.options.map((option) => ({ ...option, price: 0 })), note: '' }} />
        <PriceMove store={store} line={line} />
      </div>
      {line.now === null ? (
        <span class="tag">{t('shop.menu.sold_out')}</span>
      ) : (
        <>
          <Money amount={line.now} currency={store.currency} class="font-normal" />
          <AddAgain store={store} line={line} name={name} />
        </>
      )}
    </li>
  )
}

const PriceMove: FC<{ store: Store; line: LastTimeLine }> = ({ store, line }) => {
  const { t, lang } = useView()
  if (line.now === null || line.now <= line.unitPrice) return null
  return (
    <p class="text-sm text-wait">
      {t('shop.cart.price_up', { by: moneyText(line.now - line.unitPrice, lang, store.currency) })}
    </p>
  )
}

/** One portion, made as it was. */
const AddAgain: FC<{ store: Store; line: LastTimeLine; name: string }> = ({ store, line, name }) => {
  const { t } = useView()
  const action = paths.cartLines.href({ brand: store.brandSlug, store: store.storeSlug })
  return (
    <form method="post" action={action} hx-post={action} hx-swap="none">
      <IdempotencyKey />
      {line.options.map(({ id }) => (
        <input type="hidden" name={groupField('again')} value={id} />
      ))}
      <button class="box" type="submit" name="dish" value={line.dishId} aria-label={t('shop.menu.add', { name })}>
        <Icon name="plus" />
      </button>
    </form>
  )
}
