import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deliveryLife } from '../../../src/domain/deliveries/lifecycle'
import {
  type Fulfilment,
  type FulfilmentEvent,
  fulfilmentLife,
  isOver,
  type PaymentEvent,
  type PaymentState,
  paymentLife,
  statusWord,
} from '../../../src/domain/orders/lifecycle'
import { sagaLife, stepLife } from '../../../src/domain/orders/saga/lifecycle'
import { attemptLife, paymentRowLife } from '../../../src/domain/payments/lifecycle'
import { isEnd, type Lifecycle, nextOf } from '../../../src/domain/shared/lifecycle'
import { ticketLife } from '../../../src/domain/tickets/lifecycle'

type Any = Lifecycle<string, string>
const tables: Record<string, Any> = {
  fulfilment: fulfilmentLife,
  payment: paymentLife,
  'payment row': paymentRowLife,
  attempt: attemptLife,
  saga: sagaLife,
  'saga step': stepLife,
  ticket: ticketLife,
  delivery: deliveryLife,
}
const states = <S extends string>(table: Lifecycle<S, string>) => Object.keys(table) as S[]
const events = (table: Any) => [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))]

/** Where any events at all lead from a state: illegal ones change nothing. */
const walk = (table: Any, from: string, steps: string[]): string[] => {
  const path = [from]
  for (const event of steps) {
    const to = nextOf(table, path.at(-1)!, event)
    if (to.ok) path.push(to.value)
  }
  return path
}

test.each(Object.entries(tables))('every move of the %s table leads to a state of the table', (_name, table) => {
  for (const row of Object.values(table)) for (const to of Object.values(row)) expect(states(table)).toContain(to)
})

test.each([
  ['fulfilment', ['completed', 'cancelled', 'expired', 'rejected']],
  ['payment', ['refunded']],
  ['attempt', ['approved']],
  ['ticket', ['cancelled']],
  ['delivery', ['delivered', 'cancelled']],
])('R9: no events lead out of an end of the %s clock', (name, ends) => {
  const table = tables[name]!
  expect(states(table).filter((state) => isEnd(table, state))).toEqual(ends)
  fc.assert(
    fc.property(fc.constantFrom(...ends), fc.array(fc.constantFrom(...events(table))), (end, steps) => {
      expect(walk(table, end, steps)).toEqual([end])
    }),
  )
})

test('R21: whatever arrives in whatever order, money that has come never becomes failed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('unpaid', 'pending'),
      fc.array(fc.constantFrom(...events(paymentLife))),
      (from, steps) => {
        const path = walk(paymentLife, from, steps)
        const paidAt = path.indexOf('paid')
        if (paidAt >= 0) expect(path.slice(paidAt)).not.toContain('failed')
      },
    ),
  )
})

test('R21: an approval is final for its attempt, whatever is said before or after', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events(attemptLife))), (steps) => {
      const path = walk(attemptLife, 'starting', [...steps, 'approve', ...steps])
      expect(path.at(-1)).toBe('approved')
    }),
  )
})

test('a meal reaches the guest only through the kitchen', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events(fulfilmentLife)), { maxLength: 30 }), (steps) => {
      const path = walk(fulfilmentLife, 'placed', steps)
      if (path.includes('completed')) expect(path).toContain('ready')
    }),
  )
})

describe('R7: the one status word', () => {
  const words: [Fulfilment, PaymentState, string][] = [
    ['draft', 'pending', 'pending_payment'],
    ['placed', 'unpaid', 'unpaid'],
    ['accepted', 'unpaid', 'unpaid'],
    ['placed', 'paid', 'paid'],
    ['accepted', 'paid', 'paid'],
    ['preparing', 'paid', 'preparing'],
    ['preparing', 'unpaid', 'preparing'],
    ['ready', 'paid', 'ready'],
    ['out_for_delivery', 'paid', 'delivering'],
    ['completed', 'paid', 'completed'],
    ['cancelled', 'refunded', 'cancelled'],
    ['expired', 'failed', 'cancelled'],
    ['rejected', 'unpaid', 'cancelled'],
  ]
  test.each(words)('%s and %s is %s', (fulfilment, payment, word) => {
    expect(statusWord(fulfilment, payment)).toBe(word)
  })

  test('an order that has ended is never called paid, nor one that is on its way cancelled', () => {
    const any = fc.tuple(fc.constantFrom(...states(fulfilmentLife)), fc.constantFrom(...states(paymentLife)))
    fc.assert(
      fc.property(any, ([fulfilment, payment]) => {
        const word = statusWord(fulfilment, payment)
        expect(word === 'cancelled' || word === 'completed').toBe(isOver(fulfilment))
      }),
    )
  })
})

test('the types of the tables name real events', () => {
  const cancel: FulfilmentEvent = 'cancel'
  const pay: PaymentEvent = 'pay'
  expect(nextOf(fulfilmentLife, 'completed', cancel)).toEqual({
    ok: false,
    refusal: { reason: 'illegal_move', from: 'completed', event: 'cancel' },
  })
  expect(nextOf(paymentLife, 'unpaid', pay)).toEqual({ ok: true, value: 'paid' })
})
