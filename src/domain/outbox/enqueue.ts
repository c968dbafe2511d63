import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/connect'
import type { Topic, Topics } from './topics'

export type EnqueueOptions = {
  /** Not before this instant. */
  runAt?: Date
  /** Jobs with one key replace each other until one of them runs. */
  key?: string
  maxAttempts?: number
}

/** The call that adds a job, for a statement that does more than that. */
export const jobCall = <T extends Topic>(
  topic: T,
  payload: Topics[T],
  options: EnqueueOptions = {},
): RawBuilder<unknown> => sql`
  graphile_worker.add_job(
    ${topic}, payload := ${JSON.stringify(payload)}::json, run_at := ${options.runAt ?? null}::timestamptz,
    job_key := ${options.key ?? null}, max_attempts := ${options.maxAttempts ?? 25})`

/** Adds a job inside the caller's transaction: it exists if and only if the transaction commits (R15). At least once, retried with backoff. */
export async function enqueue<T extends Topic>(
  tx: Tx,
  topic: T,
  payload: Topics[T],
  options: EnqueueOptions = {},
): Promise<void> {
  await sql`select ${jobCall(topic, payload, options)}`.execute(tx)
}
