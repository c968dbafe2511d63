import { createHash } from 'node:crypto'
import type { Tx } from '../../db/connect'
import { type Ctx, ownerOf } from './ctx'
import { ok, type Result, refuse } from './result'

export type KeyReused = { reason: 'key_reused' }

/**
 * Makes something once for a form's key (R6): sent again it gives the first answer, and two at once wait for each other.
 * A refusal frees the key. Refuses a key that came with other words before: key_reused.
 */
export async function once<T, R>(
  tx: Tx,
  ctx: Ctx,
  sent: { key: string; body: unknown },
  make: () => Promise<Result<T, R>>,
): Promise<Result<T, R | KeyReused>> {
  const id = { owner: ownerOf(ctx.actor), key: sent.key }
  const bodyHash = createHash('sha256').update(JSON.stringify(sent.body)).digest('hex')
  const first = await tx
    .insertInto('idempotency')
    .values({ ...id, bodyHash, createdAt: ctx.now })
    .onConflict((on) => on.doNothing())
    .returning('key')
    .executeTakeFirst()
  const mine = () => tx.selectFrom('idempotency').where('owner', '=', id.owner).where('key', '=', id.key)
  if (!first) {
    const known = await mine().select(['bodyHash', 'answer']).executeTakeFirstOrThrow()
    return known.bodyHash === bodyHash ? ok(known.answer as T) : refuse({ reason: 'key_reused' })
  }
  const made = await make()
  if (made.ok)
    await tx
      .updateTable('idempotency')
      .set({ answer: JSON.stringify(made.value) })
      .where('owner', '=', id.owner)
      .where('key', '=', id.key)
      .execute()
  return made
}
