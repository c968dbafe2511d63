import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import { accountOf, type Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { grantable, mayNameAdmins, type Right, type Rights, rights } from '../may'
import { hashOf } from '../secret'
import { secretsOf } from './secrets'

/** How long an invitation may be accepted. */
export const invitationHours = 48

/** `key` becomes the id (R6). Without rights: an admin of the context's brand. `secret` is the server's, see `secretsOf`. */
export type InvitationInput = { key: string; name: string; rights: Rights | 'brand_admin'; secret: string }

export type InviteRefusal =
  | { reason: 'name_missing' }
  | { reason: 'nothing_given' }
  | { reason: 'not_held'; right: Right | 'brand_admin' }
  | { reason: 'key_reused' }

const none: Rights = { p1: false, p2: false, p3: false, p4: false }

/**
 * Keeps a place for somebody: at the context's store with these rights, or as admin of its brand. Refuses what the actor does not
 * hold. The same key again gives the same invitation.
 */
export async function createInvitation(
  tx: Tx,
  ctx: Ctx,
  input: InvitationInput,
): Promise<Result<{ id: string }, InviteRefusal>> {
  const createdBy = accountOf(ctx.actor)
  const name = input.name.trim()
  if (name === '') return refuse({ reason: 'name_missing' })
  const given = input.rights === 'brand_admin' ? none : input.rights
  const missing = notHeld(ctx, input.rights)
  if (missing || !createdBy) return refuse({ reason: 'not_held', right: missing ?? 'brand_admin' })
  if (input.rights !== 'brand_admin' && !rights.some((right) => given[right]))
    return refuse({ reason: 'nothing_given' })

  const { token, code } = secretsOf(input.secret, input.key)
  const role = input.rights === 'brand_admin' ? ('brand_admin' as const) : ('store_staff' as const)
  const made = await tx
    .insertInto('staffInvitation')
    .values({
      ...{ id: input.key, role, name, ...given, createdBy },
      brandId: ctx.brandId,
      storeId: role === 'store_staff' ? ctx.storeId : null,
      tokenHash: hashOf(token),
      codeHash: hashOf(code),
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + invitationHours * 3_600_000),
    })
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return replay(tx, ctx, input, name)
  const held = Object.fromEntries(rights.filter((right) => given[right]).map((right) => [right, true]))
  await audit(tx, ctx, { action: 'invitation.create', subjectId: made.id, after: { name, role, ...held } })
  return ok(made)
}

function notHeld(ctx: Ctx, wanted: InvitationInput['rights']): Right | 'brand_admin' | undefined {
  if (wanted === 'brand_admin') return mayNameAdmins(ctx.actor) ? undefined : 'brand_admin'
  const mayGive = grantable(ctx.actor, ctx)
  return rights.find((right) => wanted[right] && !mayGive[right])
}

/** The first answer to whoever asks the same again; a stranger or another question gets none. */
async function replay(tx: Tx, ctx: Ctx, { key, rights: wanted }: InvitationInput, name: string) {
  const first = await tx.selectFrom('staffInvitation').selectAll().where('id', '=', key).executeTakeFirst()
  const isSame =
    first?.createdBy === accountOf(ctx.actor) &&
    first?.brandId === ctx.brandId &&
    first.name === name &&
    (wanted === 'brand_admin'
      ? first.role === 'brand_admin'
      : first.storeId === ctx.storeId && rights.every((right) => first[right] === wanted[right]))
  return isSame ? ok({ id: key }) : refuse({ reason: 'key_reused' as const })
}
