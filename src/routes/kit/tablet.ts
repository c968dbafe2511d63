import { paths } from '../../views/paths'
import type { C } from './context'
import { daySeconds, giveCookie, readCookie } from './cookies'

/** Until a tablet is paired its cookie is no more than a number in a queue. */
const waitingSeconds = 15 * 60

/** The raw token of a tablet, paired, waiting to be, or revoked. */
export function tabletToken(c: C): string | undefined {
  const token = readCookie(c, 'device')
  return token && /^[\w-]{32,64}$/.test(token) ? token : undefined
}

export const setTabletCookie = (c: C, token: string, isPaired: boolean): void =>
  giveCookie(c, 'device', token, isPaired ? 400 * daySeconds : waitingSeconds)

/**
 * Where a tablet leads whoever wants to work on it and is not signed in: to the PINs of its store, or, when it is none of any store's
 * (any more), to its pairing. Undefined for other browsers, and for another store than the tablet's.
 */
export function tabletDoor(c: C, back: string): string | undefined {
  const { actor, place } = c.var
  if (actor.kind !== 'guest') return undefined
  const { tablet } = actor
  if (!tablet) return tabletToken(c) ? paths.counterPair.href({}) : undefined
  if (place && place.storeId !== tablet.storeId) return undefined
  return paths.counterPin.href({ brand: tablet.brandSlug, store: tablet.storeSlug }, { back })
}
