import { sql } from 'kysely'
import type { Db } from '../../../db/connect'
import type { Ctx, Lang } from '../../shared/ctx'
import { nameIn } from '../../shared/name-in'
import type { Rights } from '../may'
import { hashOf } from '../secret'
import { plainCode } from './secrets'

export type InvitationState = 'open' | 'used' | 'withdrawn' | 'expired'

export type Invitation = Rights & {
  id: string
  role: 'brand_admin' | 'store_staff'
  brandId: string
  storeId: string | null
  brandName: string
  storeName: string | null
  seal: string
  name: string
  createdBy: string
  createdByName: string
  createdAt: Date
  expiresAt: Date
  acceptedBy: string | null
  acceptedAt: Date | null
  withdrawnAt: Date | null
}

const selected = (
  lang: Lang,
) => sql`select v.id, v.role, v.brand_id, v.store_id, ${nameIn(lang, 'b')} as brand_name, ${nameIn(lang, 's')} as store_name, b.seal, v.name,
    v.p1, v.p2, v.p3, v.p4, v.created_by, coalesce(nullif(m.name, ''), m.username, m.email, '') as created_by_name, v.created_at,
    v.expires_at, v.accepted_by, v.accepted_at, v.withdrawn_at
  from staff_invitation v join brand b on b.id = v.brand_id join account m on m.id = v.created_by
    left join store s on s.brand_id = v.brand_id and s.id = v.store_id`

/** The invitation that a link's token or a code, as typed, opens, its places named in `lang`; null when there is none. Count the tries before asking. */
export async function invitationBySecret(db: Db, typed: string, lang: Lang = 'zh-Hant'): Promise<Invitation | null> {
  const { rows } = await sql<Invitation>`${selected(lang)}
    where (v.token_hash = ${hashOf(typed)} or v.code_hash = ${hashOf(plainCode(typed))})
      and b.is_active and coalesce(s.is_active, true)`.execute(db)
  return rows[0] ?? null
}

/** An invitation to the context's store, for those who manage its staff. */
export async function storeInvitation(db: Db, ctx: Ctx, id: string): Promise<Invitation | null> {
  const { rows } = await sql<Invitation>`${selected(ctx.lang)}
    where v.id = ${id} and v.brand_id = ${ctx.brandId} and v.store_id = ${ctx.storeId}`.execute(db)
  return rows[0] ?? null
}

/** Whether it may still be accepted, and if not, why. */
export function stateOf(
  invitation: Pick<Invitation, 'acceptedAt' | 'withdrawnAt' | 'expiresAt'>,
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return 'used'
  if (invitation.withdrawnAt) return 'withdrawn'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}
