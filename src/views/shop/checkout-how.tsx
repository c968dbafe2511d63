import type { FC } from 'hono/jsx'
import type { Openness } from '../../domain/brands/hours'
import type { Store } from '../../domain/brands/store-view'
import type { OrderType } from '../../domain/cart/price-cart'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import type { CheckoutProps } from './checkout'
import { mapUrl } from './map'
import { Modes, minutesOf } from './modes'
import { openingText } from './opening'
import { useTexts } from './text'

/** How it is had: the switch, and what that way asks for: nothing, a table, or an address. */
export const HowSection: FC<CheckoutProps> = (props) => {
  const { store, orderType } = props
  const { t } = useView()
  const look = paths.checkout.href({ brand: store.brandSlug, store: store.storeSlug })
  const inputs = {
    'hx-post': look,
    'hx-target': '#checkout-panel',
    'hx-swap': 'outerMorph',
    'hx-vals': 'intent:look',
    autocomplete: 'off',
  }
  return (
    <section aria-labelledby="h-how">
      <h2 class="text-lg" id="h-how">
        {t('shop.checkout.how')}
      </h2>
      <fieldset>
        <legend class="sr-only">{t('shop.mode.legend')}</legend>
        <Modes store={store} chosen={orderType} class="mt-3" inputs={inputs} />
      </fieldset>
      <noscript>
        <button class="btn btn-sm mt-2 w-full" type="submit" name="intent" value="look" formnovalidate>
          {t('shop.mode.change')}
        </button>
      </noscript>
      {orderType === 'takeout' && <Address store={store} />}
      {orderType === 'dine_in' && <Table {...props} />}
      {orderType === 'delivery' && <Delivery {...props} />}
    </section>
  )
}

const Address: FC<{ store: Store }> = ({ store }) => {
  const { t } = useView()
  const address = useTexts(store.defaultLang)(store.address)
  if (!address) return null
  return (
    <p class="mt-3 flex items-center gap-2 text-sm">
      <Icon name="map-pin" class="text-muted" />
      {address}
      <a
        class="-my-2.5 ms-auto inline-flex min-h-11 min-w-11 items-center justify-end font-bold underline underline-offset-4"
        href={mapUrl(address)}
        rel="noreferrer"
        target="_blank"
      >
        {t('shop.checkout.map')}
      </a>
    </p>
  )
}

const Table: FC<CheckoutProps> = ({ typed, errors }) => {
  const { t } = useView()
  const hint = t('shop.checkout.table_hint')
  return (
    <div class="mt-4">
      <Field name="tableLabel" label={t('shop.checkout.table')} hint={hint} error={errors.tableLabel}>
        <input
          class="input"
          value={typed.tableLabel ?? ''}
          maxlength={20}
          autocomplete="off"
          {...fieldAttrs('tableLabel', errors.tableLabel, hint)}
        />
      </Field>
    </div>
  )
}

const Delivery: FC<CheckoutProps> = ({ store, priced, typed, errors }) => {
  const { t } = useView()
  const missing = store.deliveryMinimum - priced.subtotal
  return (
    <div class="mt-4 grid gap-4">
      <Field name="address" label={t('shop.checkout.address')} error={errors.address}>
        <textarea
          class="textarea min-h-20"
          rows={2}
          maxlength={300}
          autocomplete="street-address"
          {...fieldAttrs('address', errors.address)}
        >
          {typed.address ?? ''}
        </textarea>
      </Field>
      <p class="flex flex-wrap gap-x-4 text-sm">
        <span>
          {t('shop.bill.delivery_fee')}{' '}
          <Money amount={store.deliveryFee} currency={store.currency} class="font-normal" />
        </span>
        {store.deliveryMinimum > 0 && (
          <span class={missing > 0 ? 'font-bold text-wait' : 'text-muted'}>
            {t('shop.checkout.minimum_before')}
            <Money amount={store.deliveryMinimum} currency={store.currency} class="font-normal" />
            {t('shop.checkout.minimum_after')}
            {missing > 0 && (
              <>
                {t('shop.checkout.missing')}
                <Money amount={missing} currency={store.currency} />
              </>
            )}
          </span>
        )}
      </p>
    </div>
  )
}

/** When: as soon as possible, and what time that is. Later times take their place here. */
export const WhenSection: FC<{ store: Store; orderType: OrderType; openness: Openness }> = ({
  store,
  orderType,
  openness,
}) => {
  const { t, lang, now } = useView()
  const at = new Date(now.getTime() + minutesOf(store, orderType).from * 60_000)
  return (
    <section aria-labelledby="h-when">
      <h2 class="text-lg" id="h-when">
        {t('shop.checkout.when')}
      </h2>
      {openness.open ? (
        <fieldset class="mt-3">
          <legend class="sr-only">{t('shop.checkout.when_legend')}</legend>
          <div class="grid grid-cols-3 gap-2">
            <label class="pick col-span-3 flex-row! justify-between! px-4">
              <span>{t('shop.checkout.asap')}</span>
              <span class="num">{t('shop.about', { clock: clockText(at, lang, store.timeZone) })}</span>
              <input type="radio" name="when" value="asap" checked />
            </label>
          </div>
        </fieldset>
      ) : (
        <p class="mt-1 text-muted">{openingText({ t, lang, now }, openness, store.timeZone)}</p>
      )}
    </section>
  )
}
