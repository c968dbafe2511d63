import type { Tx } from '../../db/connect'
import { accountOf, actorName, type Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'

export type AuditEntry = { action: string; subjectId?: string; before?: unknown; after?: unknown }

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))

/** Records a staff act in the append-only log, in the act's own transaction (R33). */
export async function audit(tx: Tx, ctx: Ctx, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('auditLog')
    .values({
      id: newId(),
      at: ctx.now,
      accountId: accountOf(ctx.actor),
      actor: actorName(ctx.actor),
      brandId: ctx.brandId,
      storeId: ctx.storeId,
      action: entry.action,
      subjectId: entry.subjectId ?? null,
      before: json(entry.before),
      after: json(entry.after),
      requestId: ctx.requestId,
    })
    .execute()
}
