import { z } from 'zod'
import type { Actor } from '../../domain/shared/ctx'
import type { CheckoutField, CheckoutProps } from '../../views/shop/checkout'
import type { T } from '../../views/ui/words'

const words = (max: number) => z.string().trim().max(max).optional().default('')

/** What the one page of checkout sends. Whether it is enough is for the order to say; what a phone number looks like is said here. */
export const checkoutForm = z.object({
  key: z.string().min(1).max(200),
  intent: z.literal('look').optional(),
  orderType: z.enum(['dine_in', 'takeout', 'delivery']).default('takeout'),
  paymentMethod: z.enum(['cash', 'online']).default('cash'),
  contactName: words(80),
  contactPhone: words(30),
  address: words(300),
  tableLabel: words(20),
  note: words(200),
  acceptedTotal: z.coerce.number().int().min(0).optional(),
  withoutLost: z.literal('1').optional(),
})

export type CheckoutInput = z.output<typeof checkoutForm>

const mobileDigits = 10

/** A Taiwanese mobile number has ten digits and begins with 09; with + in front it is from abroad. Says what is wrong with any other. */
export function phoneProblem(t: T, typed: string): string | undefined {
  const phone = typed.replace(/[\s().-]/g, '')
  if (phone === '' || /^\+\d{8,15}$/.test(phone) || /^0[2-8]\d{7,8}$/.test(phone)) return undefined
  if (!/^0?9\d*$/.test(phone) || !phone.startsWith('09')) return t('shop.checkout.phone_odd')
  const have = phone.length
  if (have < mobileDigits) return t('shop.checkout.phone_short', { missing: mobileDigits - have, have })
  return have > mobileDigits ? t('shop.checkout.phone_long', { extra: have - mobileDigits, have }) : undefined
}

/** Which fields this reader may leave empty for this kind of order. */
export function optionalFields(actor: Actor, orderType: CheckoutInput['orderType']): ReadonlySet<CheckoutField> {
  const isKnown = actor.kind === 'person'
  const isSeated = orderType === 'dine_in'
  const fields: (CheckoutField | false)[] = [
    (isKnown || isSeated) && 'contactName',
    (isKnown || isSeated) && 'contactPhone',
    isSeated && 'tableLabel',
  ]
  return new Set(fields.filter((field) => field !== false))
}

/** What was typed, to be shown again. */
export const typedOf = ({
  contactName,
  contactPhone,
  address,
  tableLabel,
  note,
  paymentMethod,
}: CheckoutInput): CheckoutProps['typed'] => ({
  contactName,
  contactPhone,
  address,
  tableLabel,
  note,
  paymentMethod,
})
