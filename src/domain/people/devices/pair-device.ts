import type { Db, Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import { accountOf, type Ctx } from '../../shared/ctx'
import { newId } from '../../shared/ids'
import { announce, inTransaction } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import { type TooMany, tooMany } from '../rate-limit'
import { pairingHash } from './pairing-code'

export const nameLength = 40

export type PairRefusal = TooMany | { reason: 'name_missing' } | { reason: 'no_such_code' }

/**
 * Makes the tablet that shows this code one of the context's store, under a name. A code works once: of two offices that type it at the
 * same time, one gets the tablet. Takes the pool: tries are counted, by person and by address.
 */
export async function pairDevice(
  db: Db,
  ctx: Ctx,
  { code, name: typed, secret, from }: { code: string; name: string; secret: string; from: string },
): Promise<Result<{ id: string }, PairRefusal>> {
  const name = typed.trim().slice(0, nameLength)
  if (name === '') return refuse({ reason: 'name_missing' })
  const limited =
    (await tooMany(db, 'pairFrom', from, ctx.now)) ??
    (await tooMany(db, 'pair', accountOf(ctx.actor) ?? 'system', ctx.now))
  if (limited) return refuse(limited)
  const codeHash = pairingHash(secret, code)
  return inTransaction(db, (tx) => claim(tx, ctx, codeHash, name))
}

async function claim(tx: Tx, ctx: Ctx, codeHash: string, name: string): Promise<Result<{ id: string }, PairRefusal>> {
  const waiting = await tx
    .deleteFrom('devicePairing')
    .where('codeHash', '=', codeHash)
    .where('expiresAt', '>', ctx.now)
    .returning(['kind', 'tokenHash'])
    .executeTakeFirst()
  if (!waiting) return refuse({ reason: 'no_such_code' })
  const id = newId()
  const { brandId, storeId, now } = ctx
  await tx
    .insertInto('device')
    .values({ ...waiting, brandId, id, storeId, name, pairedBy: accountOf(ctx.actor), pairedAt: now, lastSeenAt: now })
    .execute()
  await audit(tx, ctx, { action: 'device.pair', subjectId: id, after: { name, kind: waiting.kind } })
  announce(tx, `store:${storeId}:tablets`)
  return ok({ id })
}
