import { newId } from '../../../src/domain/shared/ids'
import type { Name } from './people'

/** A text that stands in somebody's rows, and who may ever read it, wherever they knock. */
export type Mark = { text: string; readers: readonly Name[] }

const above: Name[] = ['admin', 'boss']
const crew: Name[] = ['P1', 'P2', ...above]
const desk: Name[] = ['P1', 'P2', 'P1 next door', 'P2 next door', ...above]

/** `around` makes something of each text, as somebody would who types what they should not. */
export const marksOf = (around: (text: string) => string) => {
  const mark = (word: string, readers: readonly Name[]): Mark => ({
    text: around(`${word}${newId().slice(-8)}x`),
    readers,
  })
  return {
    order: mark('order', ['customer', ...crew]),
    guestOrder: mark('walkin', ['guest', ...crew]),
    attempt: mark('attempt', ['customer', ...crew]),
    cart: mark('cart', ['customer']),
    address: mark('address', ['customer']),
    // A brand keeps its customers together: the desks of all its stores know them.
    email: { text: `mail${newId().slice(-8)}x`, readers: ['customer', ...desk] },
    // Who manages the staff reads in the log what they wrote down.
    caller: mark('caller', [...desk, 'P4']),
    note: mark('note', [...desk, 'P4']),
    browser: mark('browser', ['customer']),
    staff: mark('staff', ['P4', ...above]),
    tablet: { text: `tablet${newId().slice(-8)}x`, readers: ['P4', ...above] },
    invited: mark('invited', ['P4', ...above]),
    past: mark('past', ['P4', ...above]),
    brandPast: mark('brandpast', above),
    platformPast: mark('bosspast', ['boss']),
    stuck: mark('stuck', ['P2', 'P3', ...above]),
    stockReason: mark('counted', ['P1', ...above]),
    keeper: mark('keeper', ['P4', 'P4 next door', ...above]),
    asked: mark('asked', above),
    otherBoss: mark('otherboss', ['boss']),
    closedStore: mark('closed', above),
    closedBrand: mark('shut', ['boss']),
  }
}
export type Marks = ReturnType<typeof marksOf>
