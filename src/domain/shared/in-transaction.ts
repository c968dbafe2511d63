import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../db/connect'
import { type LiveTopic, publish } from './live'
import type { Refusal, Result } from './result'

class RolledBack {
  constructor(readonly result: Refusal<unknown>) {}
}

const announced = new WeakMap<Tx, Set<LiveTopic>>()

/** Notes that these topics changed; open pages hear of it once the transaction has committed (R40). */
export function announce(tx: Tx, ...topics: LiveTopic[]): void {
  const set = announced.get(tx) ?? new Set<LiveTopic>()
  for (const topic of topics) set.add(topic)
  announced.set(tx, set)
}

/**
 * Called in a statement, it lets the transaction commit without waiting for the disk: what it writes may be lost if the machine dies within
 * the second, and nothing else is. For what people see at once and can do again, like putting a dish in the cart.
 */
export const commitLazily: RawBuilder<unknown> = sql`set_config('synchronous_commit', 'off', true)`

const checks = new WeakMap<Tx, (() => void)[]>()

/** Has `check` run before this transaction commits; what it throws rolls back. */
export function beforeCommit(tx: Tx, check: () => void): void {
  checks.set(tx, [...(checks.get(tx) ?? []), check])
}

/**
 * The one door to writing. Runs `work` in a transaction; a refusal rolls back and is returned, a fault rolls back and is thrown.
 * Announced topics are published after the commit.
 */
export async function inTransaction<T, R>(db: Db, work: (tx: Tx) => Promise<Result<T, R>>): Promise<Result<T, R>> {
  let topics: Set<LiveTopic> | undefined
  try {
    const result = await db.transaction().execute(async (tx) => {
      const answer = await work(tx)
      if (!answer.ok) throw new RolledBack(answer)
      for (const check of checks.get(tx) ?? []) check()
      topics = announced.get(tx)
      return answer
    })
    if (topics) publish(topics)
    return result
  } catch (e) {
    if (e instanceof RolledBack) return e.result as Refusal<R>
    throw e
  }
}
