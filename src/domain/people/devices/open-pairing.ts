import type { Db } from '../../../db/connect'
import { newId } from '../../shared/ids'
import { ok, type Result, refuse } from '../../shared/result'
import { type TooMany, tooMany } from '../rate-limit'
import { hashOf } from '../session-adapter'
import { pairingCode, pairingHash, pairingRules } from './pairing-code'

export type DeviceKind = 'counter' | 'kitchen'
export type Pairing = { id: string; kind: DeviceKind; expiresAt: Date; code: string }

const dayMs = 86_400_000

/**
 * The pairing that this tablet (by its token) waits in: the one under way, or a new one with a new code once it has run out. `kind`, when
 * given, is what the tablet wants to be from now on. Takes the pool: new codes are counted by address.
 */
export async function openPairing(
  db: Db,
  now: Date,
  secret: string,
  { token, kind, from }: { token: string; kind?: DeviceKind | undefined; from: string },
): Promise<Result<Pairing, TooMany>> {
  const tokenHash = hashOf(token)
  const known = await db.selectFrom('devicePairing').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()
  if (known && known.expiresAt > now) {
    if (kind && kind !== known.kind)
      await db.updateTable('devicePairing').set({ kind }).where('id', '=', known.id).execute()
    const { id, expiresAt } = known
    return ok({ id, kind: kind ?? known.kind, expiresAt, code: pairingCode(secret, id) })
  }
  const limited = await tooMany(db, 'pairingsFrom', from, now)
  if (limited) return refuse(limited)
  await db
    .deleteFrom('devicePairing')
    .where('expiresAt', '<', new Date(now.getTime() - dayMs))
    .execute()
  return ok(await begin(db, now, secret, { tokenHash, kind: kind ?? known?.kind ?? 'counter' }))
}

async function begin(
  db: Db,
  now: Date,
  secret: string,
  row: { tokenHash: string; kind: DeviceKind },
): Promise<Pairing> {
  const id = newId()
  const code = pairingCode(secret, id)
  const expiresAt = new Date(now.getTime() + pairingRules.minutes * 60_000)
  const fresh = { id, kind: row.kind, codeHash: pairingHash(secret, code), expiresAt }
  await db
    .insertInto('devicePairing')
    .values({ ...row, ...fresh })
    .onConflict((on) => on.column('tokenHash').doUpdateSet(fresh))
    .execute()
  return { id, kind: row.kind, expiresAt, code }
}
