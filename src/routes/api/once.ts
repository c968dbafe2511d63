import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { createMiddleware } from 'hono/factory'
import type { Db } from '../../db/connect'
import { ownerOf } from '../../domain/shared/ctx'
import { ApiProblem } from '../kit/api-problem'
import type { AppEnv } from '../kit/context'
import { idempotencyKey } from '../kit/headers'

const pollMs = 40
const patienceMs = 10_000
/** A first call that has not answered after this long died with its process. */
const abandonedMs = 60_000

/**
 * Makes a creating call safe to repeat (R6): with an Idempotency-Key the first answer is kept and given again with its status;
 * the same key with another body is refused. Calls that arrive together wait for the first.
 */
export const once = createMiddleware<AppEnv>(async (c, next) => {
  const key = idempotencyKey(c)
  if (!key) return next()
  if (key.length > 200)
    throw new ApiProblem({ status: 422, code: 'validation', detail: 'Idempotency-Key: at most 200 characters' })
  const { db } = c.var.deps
  const owner = ownerOf(c.var.actor)
  const bodyHash = createHash('sha256')
    .update(`${c.req.method} ${c.req.path}\n${await c.req.text()}`)
    .digest('hex')

  const first = await claimOrWait(db, { owner, key, bodyHash })
  if (first) {
    if (first.bodyHash !== bodyHash) {
      throw new ApiProblem({
        status: 422,
        code: 'idempotency_key_reused',
        detail: 'This Idempotency-Key was used with another request',
      })
    }
    if (first.status === null)
      throw new ApiProblem({ status: 409, code: 'in_progress', detail: 'The first call has not answered yet' })
    c.header('Idempotent-Replayed', 'true')
    const type = first.status >= 400 ? 'application/problem+json; charset=utf-8' : 'application/json'
    return c.body(JSON.stringify(first.answer), first.status as 200, { 'Content-Type': type })
  }

  await next()
  const mine = db.updateTable('idempotency').where('owner', '=', owner).where('key', '=', key)
  if (c.res.status >= 500)
    await db.deleteFrom('idempotency').where('owner', '=', owner).where('key', '=', key).execute()
  else await mine.set({ status: c.res.status, answer: await c.res.clone().text() }).execute()
})

type Claim = { owner: string; key: string; bodyHash: string }

/** Takes the key for this call (null), or gives the first call's row, once it has answered or patience ends. */
async function claimOrWait(db: Db, claim: Claim) {
  const giveUp = Date.now() + patienceMs
  for (;;) {
    const taken = await db
      .insertInto('idempotency')
      .values(claim)
      .onConflict((oc) => oc.columns(['owner', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst()
    if (taken) return null
    const row = await db
      .selectFrom('idempotency')
      .select(['bodyHash', 'status', 'answer', 'createdAt'])
      .where('owner', '=', claim.owner)
      .where('key', '=', claim.key)
      .executeTakeFirst()
    if (!row) continue
    if (row.status !== null || row.bodyHash !== claim.bodyHash || Date.now() > giveUp) return row
    if (row.createdAt.getTime() < Date.now() - abandonedMs) {
      await db
        .deleteFrom('idempotency')
        .where('owner', '=', claim.owner)
        .where('key', '=', claim.key)
        .where('status', 'is', null)
        .execute()
      continue
    }
    await wait(pollMs)
  }
}
