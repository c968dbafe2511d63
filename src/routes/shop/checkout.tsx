import { isLost } from '../../domain/cart/price-cart'
import type { StoreView } from '../../domain/cart/queries'
import { setOrderType } from '../../domain/cart/set-order-type'
import { lastContact } from '../../domain/orders/last-contact'
import { startPayment } from '../../domain/orders/paying/start-payment'
import { type PlaceInput, placeOrder } from '../../domain/orders/place-order'
import { paths } from '../../views/paths'
import { type CheckoutField, type CheckoutProps, checkoutScreen } from '../../views/shop/checkout'
import { placeWords } from '../../views/shop/place-words'
import { phoneText } from '../../views/ui/phone'
import { router } from '../kit/audience'
import { tooManyCheckouts } from '../kit/checkout-limit'
import { type C, ctxOf } from '../kit/context'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { payUrls } from '../kit/pay-urls'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'
import { type CheckoutInput, checkoutForm, optionalFields, phoneProblem, typedOf } from './checkout-form'
import { lookAtStore } from './view'

export const checkout = router()

checkout.get(paths.checkout.pattern, need('public'), async (c) => {
  const [view, typed] = await Promise.all([lookAtStore(c), prefilled(c)])
  if (view.priced.itemCount === 0 || view.priced.problems.some(isStuck)) return goTo(c, paths.cart.href(slugs(c)))
  return show(c, checkoutScreen, checkoutProps(c, view, { typed }))
})

checkout.post(paths.checkout.pattern, need('public'), async (c) => {
  const form = await readForm(c, checkoutForm)
  if (!form.ok) {
    const { typed, errors } = form.refusal
    const isAbout = (field: string): field is CheckoutField => field in errors
    const fields = (['contactName', 'contactPhone', 'address', 'tableLabel', 'note'] as const).filter(isAbout)
    const marked = Object.fromEntries(
      fields.map((field) => [field, c.var.t('shop.checkout.too_long', { max: maxOf[field] })]),
    )
    const rest = fields.length === 0 ? { refusal: c.var.t('shop.checkout.fault') } : {}
    return show(
      c,
      checkoutScreen,
      checkoutProps(c, await lookAtStore(c), { typed, errors: marked, key: typed.key, ...rest }),
      422,
    )
  }
  const input = form.value
  if (input.intent === 'look') return lookAgain(c, input)
  const badPhone = phoneProblem(c.var.t, input.contactPhone)
  if (badPhone) return showAgain(c, input, { errors: { contactPhone: badPhone } })

  const limited = await tooManyCheckouts(c, c.var.place, input.contactPhone)
  if (limited) return showAgain(c, input, { refusal: c.var.t('ui.too_many_body', { seconds: limited.seconds }) })

  const placed = await run(c, placeOrder, orderOf(input))
  if (placed.ok) return goOn(c, placed.value.orderId, input)
  if (placed.refusal.reason === 'empty') return goTo(c, paths.cart.href(slugs(c)))
  const { timeZone, currency } = c.var.place
  const { field, text } = placeWords(
    { t: c.var.t, lang: c.var.lang, now: c.var.deps.now(), timeZone, currency },
    placed.refusal,
  )
  const isAboutLost = placed.refusal.reason === 'sold_out' || placed.refusal.reason === 'lost_lines'
  return showAgain(c, input, field ? { errors: { [field]: text } } : { refusal: text }, isAboutLost)
})

const maxOf = { contactName: 80, contactPhone: 30, address: 300, tableLabel: 20, note: 200 }

const slugs = ({ var: { place } }: C) => ({ brand: place.brandSlug, store: place.storeSlug })

type Line = StoreView['priced']['lines'][number]

/** A line that must be changed before anything can be sent. */
const isStuck = (line: Line) =>
  line.problem?.reason === 'bad_options' || (line.problem?.reason === 'sold_out' && !isLost(line))

const orderOf = ({ intent: _, withoutLost, acceptedTotal, ...input }: CheckoutInput): PlaceInput => ({
  ...input,
  channel: 'web',
  ...(acceptedTotal === undefined ? {} : { acceptedTotal }),
  ...(withoutLost ? { withoutLost: true } : {}),
})

/** Cash: to the order. Online: to the gateway's page, else to the order, which says how to pay. */
async function goOn(c: C, orderId: string, { paymentMethod }: CheckoutInput): Promise<Response> {
  if (paymentMethod === 'online') {
    const started = await startPayment(c.var.deps, ctxOf(c), {
      orderId,
      urls: payUrls(c, orderId, c.var.deps.gateways.online),
    })
    if (started.ok && started.value.paymentUrl) return goTo(c, started.value.paymentUrl)
  }
  return goTo(c, paths.order.href({ id: orderId }))
}

/** Another way of having it asks for other fields and costs otherwise: the same page, nothing judged yet. */
async function lookAgain(c: C, input: CheckoutInput): Promise<Response> {
  const changed = await run(c, setOrderType, { orderType: input.orderType })
  const view = changed.ok ? changed.value.view : await lookAtStore(c)
  return show(c, checkoutScreen, checkoutProps(c, view, { typed: typedOf(input), key: input.key }))
}

async function showAgain(
  c: C,
  input: CheckoutInput,
  said: Pick<Partial<CheckoutProps>, 'errors' | 'refusal'>,
  isAboutLost = false,
): Promise<Response> {
  const seen = await lookAtStore(c)
  const view = seen.cart.orderType === input.orderType ? seen : await asTyped(c, seen, input)
  const props = checkoutProps(c, view, { ...said, typed: typedOf(input), key: input.key })
  // The page names by itself what was lost, and offers to go on without it.
  return show(c, checkoutScreen, isAboutLost && props.asksWithoutLost ? { ...props, refusal: undefined } : props, 422)
}

/** Without scripts the way may have been changed in the same submit. */
async function asTyped(c: C, seen: StoreView, { orderType }: CheckoutInput): Promise<StoreView> {
  const changed = await run(c, setOrderType, { orderType })
  return changed.ok ? changed.value.view : seen
}

function checkoutProps(
  c: C,
  view: StoreView,
  more: Pick<CheckoutProps, 'typed'> & Partial<CheckoutProps>,
): CheckoutProps {
  const { store, openness, cart, priced } = view
  const isShort = priced.problems.some(isStuck)
  return {
    store,
    openness,
    orderType: cart.orderType,
    priced,
    errors: {},
    optional: optionalFields(c.var.actor, cart.orderType),
    asksWithoutLost: !isShort && priced.itemCount > 0 && priced.problems.some(isLost),
    isStuck: isShort,
    ...more,
  }
}

/** What we know need not be typed again: what the last order was told, else the account. */
async function prefilled(c: C): Promise<CheckoutProps['typed']> {
  const { actor, deps } = c.var
  const { accountPhone, ...last } = await lastContact(deps.db, ctxOf(c))
  return {
    ...last,
    contactName: last.contactName || (actor.kind === 'person' ? actor.name : ''),
    contactPhone: last.contactPhone || (accountPhone && phoneText(accountPhone)),
  }
}
