import type { PlaceRefusal } from '../../domain/orders/place-order'
import type { Lang, Texts } from '../../domain/shared/ctx'
import { moneyText } from '../ui/money'
import { clockText, type T, textIn } from '../ui/words'
import type { CheckoutField } from './checkout'
import { openingText } from './opening'
import { listText } from './text'

export type PlaceWords = { field?: CheckoutField; text: string }

type Reader = { t: T; lang: Lang; now: Date; timeZone: string; currency: string }

/** Why the order was not taken and what to do, and the field it is about, if it is about one. */
export function placeWords(reader: Reader, refusal: PlaceRefusal): PlaceWords {
  const { t, lang, timeZone, currency } = reader
  const money = (amount: number) => moneyText(amount, lang, currency)
  const names = (lines: { name: Texts | null }[]) =>
    listText(
      t,
      lines.map(({ name }) => textIn(name ?? {}, lang) || t('shop.cart.unnamed')),
    )
  switch (refusal.reason) {
    case 'not_found':
    case 'key_reused':
    case 'empty':
    case 'no_menu':
      return { text: t(`shop.checkout.${refusal.reason}`) }
    case 'too_many':
      return { text: t('shop.checkout.too_many', { max: refusal.max }) }
    case 'closed': {
      const openness = { open: false, rule: refusal.rule, opensAt: refusal.opensAt, reason: null } as const
      return { text: t('shop.checkout.refused_closed', { rule: openingText(reader, openness, timeZone) }) }
    }
    case 'paused':
      return { text: t('shop.checkout.refused_paused', { text: refusal.text ?? '' }) }
    case 'type_off':
      return { text: t('shop.checkout.type_off', { type: t(`orders.type.${refusal.orderType}`) }) }
    case 'payment_off':
      return {
        field: 'paymentMethod',
        text: t('shop.checkout.payment_off', { method: t(`orders.method.${refusal.paymentMethod}`) }),
      }
    case 'contact_missing':
      return {
        field: refusal.field,
        text: t(refusal.field === 'contactName' ? 'shop.checkout.name_missing' : 'shop.checkout.phone_missing'),
      }
    case 'address_missing':
      return { field: 'address', text: t('shop.checkout.address_missing') }
    case 'too_long':
      return { field: refusal.field, text: t('shop.checkout.too_long', { max: refusal.max }) }
    case 'too_early':
      return { text: t('shop.checkout.too_early', { clock: clockText(refusal.earliest, lang, timeZone) }) }
    case 'lost_lines':
    case 'bad_options':
    case 'bad_quantity':
      return { text: t(`shop.checkout.${refusal.reason}`, { list: names(refusal.lines) }) }
    case 'price_changed':
      return { text: t('shop.checkout.price_changed', { was: money(refusal.was), now: money(refusal.now) }) }
    case 'below_minimum':
      return {
        text: t('shop.checkout.below_minimum', { minimum: money(refusal.minimum), missing: money(refusal.missing) }),
      }
    case 'sold_out': {
      const lines = refusal.lines.map(({ name, available }) =>
        available > 0 ? t('shop.checkout.sold_out_line', { name: textIn(name, lang), available }) : textIn(name, lang),
      )
      return { text: t('shop.checkout.sold_out', { list: listText(t, lines) }) }
    }
  }
}
