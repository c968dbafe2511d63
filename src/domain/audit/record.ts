import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/connect'
import { accountOf, actorName, type Ctx, tabletOf } from '../shared/ctx'
import { newId } from '../shared/ids'

export type AuditEntry = { action: string; subjectId?: string; before?: unknown; after?: unknown }

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))

/**
 * The audit row as an INSERT, for a statement that does the act itself. For everything else there is `audit`.
 */
export const auditRow = (ctx: Ctx, entry: AuditEntry): RawBuilder<unknown> => sql`
  insert into audit_log (id, at, account_id, actor, brand_id, store_id, device_id, action, subject_id, before, after, request_id)
  values (${newId()}, ${ctx.now}, ${accountOf(ctx.actor)}, ${actorName(ctx.actor)}, ${ctx.brandId || null},
    ${ctx.storeId || null}, ${tabletOf(ctx.actor)?.id ?? null}, ${entry.action}, ${entry.subjectId ?? null}, ${json(entry.before)}::jsonb, ${json(entry.after)}::jsonb,
    ${ctx.requestId})`

/** Records a staff act in the append-only log, in the act's own transaction (R33). */
export async function audit(tx: Tx, ctx: Ctx, entry: AuditEntry): Promise<void> {
  await auditRow(ctx, entry).execute(tx)
}
