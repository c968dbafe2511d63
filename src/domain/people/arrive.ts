import type { Tx } from '../../db/connect'
import { moveCarts } from '../cart/move-carts'
import { startSession } from './sessions'

/** The browser somebody arrives with: the visitor's cookie hash, the session token it held, what it is and where it calls from. */
export type Arrival = {
  visitor: string
  oldToken?: string | undefined
  browser?: string | undefined
  address?: string | undefined
}

/** Lets a person in: what the guest had in the cart comes along, and a new session begins. Gives its token. */
export async function arrive(tx: Tx, now: Date, accountId: string, arrival: Arrival): Promise<string> {
  const { visitor, oldToken, ...seen } = arrival
  await tx.updateTable('account').set({ lastSignInAt: now }).where('id', '=', accountId).execute()
  if (visitor) await moveCarts(tx, `v:${visitor}`, `a:${accountId}`)
  return startSession(tx, now, accountId, oldToken, seen)
}
