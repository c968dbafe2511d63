import { may } from '../../domain/people/may'
import { isLoopback } from '../../domain/people/network'
import { type TooMany, tooManyOf } from '../../domain/people/rate-limit'
import { ownerOf } from '../../domain/shared/ctx'
import { addressOf } from './address'
import type { C } from './context'

/**
 * Counts a checkout by whose cart it is, by the phone that the store would call, and by the caller's network. Null when it may go on.
 * Whoever works at the counter rings up guests all day and is not counted. From this machine itself come its proxy, simulations and the
 * benchmark: they have no network of their own.
 */
export async function tooManyCheckouts(
  c: C,
  { brandId, storeId }: { brandId: string; storeId: string },
  phone?: string,
): Promise<TooMany | null> {
  const { actor, deps } = c.var
  if (may(actor, 'counter.use', { brandId, storeId })) return null
  const from = addressOf(c)
  const digits = phone?.replace(/\D/g, '').replace(/^(886|0)/, '')
  return tooManyOf(
    deps.db,
    {
      checkout: ownerOf(actor),
      ...(digits && { checkoutTo: `${storeId}:${digits}` }),
      ...(!isLoopback(from) && { checkoutFrom: from }),
    },
    deps.now(),
  )
}
