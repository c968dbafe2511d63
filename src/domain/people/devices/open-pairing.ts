import { randomBytes } from 'node:crypto'
import type { Db } from '../../../db/connect'
import { newId } from '../../shared/ids'
import { ok, type Result, refuse } from '../../shared/result'
import { type TooMany, tooMany } from '../rate-limit'
import { hashOf } from '../secret'
import { pairingCode, pairingHash, pairingRules } from './pairing-code'
import { readTablet } from './queries'

export type DeviceKind = 'counter' | 'kitchen'
export type Pairing = { id: string; kind: DeviceKind; expiresAt: Date; code: string; token: string }

const dayMs = 86_400_000

/**
 * The pairing that a tablet waits in: by its token the one under way, with a new code once that has run out; else a new one with a token
 * to give it. `kind`, when given, is what it wants to be from now on. `paired`: the token is a store's tablet by now.
 * Takes the pool: new codes are counted by address.
 */
export async function openPairing(
  db: Db,
  now: Date,
  secret: string,
  { token, kind, from }: { token: string | undefined; kind?: DeviceKind | undefined; from: string },
): Promise<Result<Pairing, TooMany | { reason: 'paired' }>> {
  const known = token ? await waiting(db, token) : undefined
  if (token && known && known.expiresAt > now) {
    if (kind && kind !== known.kind)
      await db.updateTable('devicePairing').set({ kind }).where('id', '=', known.id).execute()
    const { id, expiresAt } = known
    return ok({ id, kind: kind ?? known.kind, expiresAt, code: pairingCode(secret, id), token })
  }
  // Between two looks an office may have typed the code: this token must not be lost.
  if (token && !known && (await readTablet(db, token, now))) return refuse({ reason: 'paired' })
  const limited = await tooMany(db, 'pairingsFrom', from, now)
  if (limited) return refuse(limited)
  await db
    .deleteFrom('devicePairing')
    .where('expiresAt', '<', new Date(now.getTime() - dayMs))
    .execute()
  return ok(await begin(db, now, secret, known ? token : undefined, kind ?? known?.kind ?? 'counter'))
}

const waiting = (db: Db, token: string) =>
  db.selectFrom('devicePairing').selectAll().where('tokenHash', '=', hashOf(token)).executeTakeFirst()

async function begin(db: Db, now: Date, secret: string, known: string | undefined, kind: DeviceKind): Promise<Pairing> {
  const token = known ?? randomBytes(24).toString('base64url')
  const id = newId()
  const code = pairingCode(secret, id)
  const expiresAt = new Date(now.getTime() + pairingRules.minutes * 60_000)
  const fresh = { id, kind, codeHash: pairingHash(secret, code), expiresAt }
  await db
    .insertInto('devicePairing')
    .values({ tokenHash: hashOf(token), ...fresh })
    .onConflict((on) => on.column('tokenHash').doUpdateSet(fresh))
    .execute()
  return { id, kind, expiresAt, code, token }
}
