import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import type { Ctx, Tablet } from '../../shared/ctx'
import { announce, inTransaction } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import { isRightPassword } from '../passwords'
import { type TooMany, tooMany } from '../rate-limit'
import { endSessionsOn, startPinSession } from '../sessions'
import { pinRules } from './pin'
import { type PinPerson, pinPerson } from './queries'

export type SwitchRefusal =
  | TooMany
  | { reason: 'not_found' }
  | { reason: 'no_pin' }
  | { reason: 'wrong'; left: number }
  | { reason: 'locked' }

type Input = {
  tablet: Tablet
  accountId: string
  pin: string
  oldToken?: string | undefined
  browser?: string | undefined
  address?: string | undefined
}

/**
 * Puts a person on a tablet by their PIN, for 12 hours; who was on it is out. Gives the session's token. Every try is counted before it is
 * looked at, so that five at once are five; then the PIN is locked until it is set anew. It takes as long whoever is named.
 * Takes the pool: no transaction waits for the hash.
 */
export async function switchPerson(
  db: Db,
  ctx: Ctx,
  input: Input,
): Promise<Result<{ token: string; person: PinPerson }, SwitchRefusal>> {
  const { tablet, accountId, pin } = input
  const limited = await tooMany(db, 'pinsOn', tablet.id, ctx.now)
  if (limited) return refuse(limited)
  const person = await pinPerson(db, ctx, tablet, accountId)
  const tried = person?.hasPin ? await countTry(db, accountId) : undefined
  const isRight = await isRightPassword(pin, tried?.pinHash ?? null)
  if (!person) return refuse({ reason: 'not_found' })
  if (!person.hasPin) return refuse({ reason: 'no_pin' })
  if (!tried?.pinHash) return refuse({ reason: 'locked' })
  if (!isRight) return noteWrong(db, ctx, accountId, tried.pinTries)
  return inTransaction(db, (tx) => enter(tx, ctx, input, person, tried.pinHash!))
}

const countTry = (db: Db, accountId: string) =>
  db
    .updateTable('account')
    .set({ pinTries: sql`pin_tries + 1` })
    .where('id', '=', accountId)
    .where('pinTries', '<', pinRules.tries)
    .returning(['pinHash', 'pinTries'])
    .executeTakeFirst()

/** Nobody knows who it was: the log names the tablet and whose PIN was tried. */
function noteWrong(db: Db, ctx: Ctx, accountId: string, tries: number): Promise<Result<never, SwitchRefusal>> {
  const left = pinRules.tries - tries
  const { actor } = ctx
  const stranger = actor.kind === 'system' ? actor : { ...actor, kind: 'guest' as const }
  return inTransaction(db, async (tx) => {
    await audit(tx, { ...ctx, actor: stranger }, { action: 'pin.wrong', subjectId: accountId, after: { left } })
    return ok(undefined)
  }).then(() => refuse(left > 0 ? { reason: 'wrong', left } : { reason: 'locked' }))
}

async function enter(
  tx: Tx,
  ctx: Ctx,
  { tablet, accountId, ...arrival }: Input,
  person: PinPerson,
  pinHash: string,
): Promise<Result<{ token: string; person: PinPerson }, SwitchRefusal>> {
  // The PIN may have been changed, and the tablet revoked, while the hash was worked out.
  const entered = await tx
    .updateTable('account')
    .set({ pinTries: 0, lastSignInAt: ctx.now })
    .where('id', '=', accountId)
    .where('pinHash', '=', pinHash)
    .returning('id')
    .executeTakeFirst()
  const stands = await tx
    .selectFrom('device')
    .select('id')
    .where('brandId', '=', tablet.brandId)
    .where('id', '=', tablet.id)
    .where('revokedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!entered || !stands) return refuse({ reason: 'not_found' })
  const before = await endSessionsOn(tx, tablet)
  const { oldToken, browser, address } = arrival
  const token = await startPinSession(tx, ctx.now, accountId, tablet, oldToken, { browser, address })
  const { name } = person
  const actor = { kind: 'person' as const, accountId, name, visitor: '', grants: [], tablet }
  const change = { before: { person: before }, after: { person: name } }
  await audit(tx, { ...ctx, actor }, { action: 'pin.switch', subjectId: accountId, ...change })
  announce(tx, `store:${tablet.storeId}:tablets`)
  return ok({ token, person })
}
