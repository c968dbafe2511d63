import type { Tx } from '../../db/connect'
import { audit } from '../audit/record'
import type { Ctx } from '../shared/ctx'
import { announce } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { businessDay, businessDayRange } from './business-day'

/** Minutes to pause for, 'rest_of_day' until the business day ends, null to take orders again. */
export type PauseInput = { minutes: number | 'rest_of_day' | null; reason?: string }

/** Stops the store taking orders for a while, or lets it go on. Open pages hear of it. Refuses: not_found. */
export async function pauseStore(
  tx: Tx,
  ctx: Ctx,
  { minutes, reason = '' }: PauseInput,
): Promise<Result<{ pausedUntil: Date | null }, { reason: 'not_found' }>> {
  const store = await tx
    .selectFrom('store')
    .select(['timeZone', 'cutoffMinute', 'pausedUntil', 'pauseReason'])
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', ctx.storeId)
    .forUpdate()
    .executeTakeFirst()
  if (!store) return refuse({ reason: 'not_found' })

  const pausedUntil = pauseEnd(store, minutes, ctx.now)
  const pauseReason = pausedUntil && reason.trim() !== '' ? reason.trim() : null
  await tx
    .updateTable('store')
    .set({ pausedUntil, pauseReason, updatedAt: ctx.now })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', ctx.storeId)
    .execute()
  const before = { pausedUntil: store.pausedUntil, pauseReason: store.pauseReason }
  await audit(tx, ctx, { action: 'store.pause', subjectId: ctx.storeId, before, after: { pausedUntil, pauseReason } })
  announce(tx, `store:${ctx.storeId}:menu`, `store:${ctx.storeId}:orders`)
  return ok({ pausedUntil })
}

function pauseEnd(
  store: { timeZone: string; cutoffMinute: number },
  minutes: PauseInput['minutes'],
  now: Date,
): Date | null {
  if (minutes === null) return null
  if (minutes !== 'rest_of_day') return new Date(now.getTime() + minutes * 60_000)
  const day = businessDay(now, store.timeZone, store.cutoffMinute)
  return businessDayRange(day, store.timeZone, store.cutoffMinute).to
}
