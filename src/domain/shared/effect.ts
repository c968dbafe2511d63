import type { Db } from '../../db/connect'
import type { Topic, Topics } from '../outbox/topics'
import type { Gateways } from '../payments/gateway'
import type { Codes } from '../people/sms/sender'

/** What work outside a transaction is given: the database, the world, and the clock. */
export type EffectDeps = { db: Db; gateways: Gateways; codes: Codes; now: () => Date }

export type Job = { id: string; attempt: number; maxAttempts: number }

/** The act behind a topic: runs with no transaction open, and records the answer in one of its own (R15). */
export type Effect<T extends Topic> = (deps: EffectDeps, payload: Topics[T], job: Job) => Promise<void>
