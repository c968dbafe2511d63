import { may, worksAt } from '../people/may'
import type { Actor } from '../shared/ctx'

export type Owned = { accountId: string | null; visitor: string | null }

/** Whether the actor placed this order: as the account, or as the guest of the same browser before signing in. */
export const isOwner = (actor: Actor, order: Owned): boolean =>
  (actor.kind === 'person' && order.accountId !== null && order.accountId === actor.accountId) ||
  (actor.kind !== 'system' && order.accountId === null && order.visitor !== null && order.visitor === actor.visitor)

/** The gate to reading an order whole: who placed it, and who serves or oversees it there (R30). */
export const mayRead = (actor: Actor, order: Owned & { brandId: string; storeId: string }): boolean =>
  isOwner(actor, order) || may(actor, 'order.see', order)

/** The one gate to acting on an order: who placed it, and who works there (complaints 52 and 55); what they may do is asked by the door. */
export const maySee = (actor: Actor, order: Owned & { brandId: string; storeId: string }): boolean =>
  isOwner(actor, order) || worksAt(actor, order)
