import { worksAt } from '../people/may'
import type { Actor } from '../shared/ctx'

export type Owned = { accountId: string | null; visitor: string | null }

/** Whether the actor placed this order: as the account, or as the guest of the same browser before signing in. */
export const isOwner = (actor: Actor, order: Owned): boolean =>
  (actor.kind === 'person' && order.accountId !== null && order.accountId === actor.accountId) ||
  (actor.kind !== 'system' && order.accountId === null && order.visitor !== null && order.visitor === actor.visitor)

/** The one gate to an order: who placed it, and who works there (complaints 52 and 55). */
export const maySee = (actor: Actor, order: Owned & { brandId: string; storeId: string }): boolean =>
  isOwner(actor, order) || worksAt(actor, order)
