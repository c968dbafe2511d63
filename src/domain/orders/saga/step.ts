import type { Tx } from '../../../db/connect'
import type { ShortKey } from '../../inventory/reserve'
import type { Ctx } from '../../shared/ctx'
import type { EffectDeps } from '../../shared/effect'
import type { WorkOrder } from '../unit-of-work/work-order'

/** Why a step could not be done. Whoever placed the order hears it; later it turns the saga back. */
export type StepRefusal =
  | { reason: 'short'; keys: ShortKey[] }
  /** The order is there already: another request placed it under the same key. */
  | { reason: 'unwanted' }
  | { reason: 'refused'; error: string }

export type Outcome<Out> =
  | { kind: 'done'; output: Out }
  /** Not yet: asked again whenever the order moves. `letsPass` lets the steps after it go on meanwhile. */
  | { kind: 'wait'; output: Out | null; letsPass?: boolean }
  | { kind: 'fail'; refusal: StepRefusal }

export const done = <Out>(output: Out): Outcome<Out> => ({ kind: 'done', output })
export const wait = <Out>(output: Out | null, letsPass = false): Outcome<Out> => ({ kind: 'wait', output, letsPass })
export const notYet: Outcome<never> = { kind: 'wait', output: null }
export const fail = (refusal: StepRefusal): Outcome<never> => ({ kind: 'fail', refusal })

/** `underway` is finished later by a job or a person, who reports to the saga. */
export type Undone = { kind: 'undone' } | { kind: 'underway' }

/** A step that touches only our database: done and undone inside the caller's transaction (R15). */
export type LocalStep<Out> = {
  kind: 'local'
  name: string
  applies(order: WorkOrder): boolean
  /** `memory` is what an earlier `wait` left. */
  run(tx: Tx, ctx: Ctx, order: WorkOrder, memory: Out | null): Promise<Outcome<Out>>
  undo(tx: Tx, ctx: Ctx, order: WorkOrder, output: Out): Promise<Undone>
  /** Undone only when everything after it has been. */
  undoneLast?: boolean
}

/**
 * A step that touches the world: run from the outbox with no transaction open, at least once, so both acts must be idempotent by `key`.
 * Throwing is retried with a growing pause; throwing `Refused` is final.
 */
export type WorldStep<Out> = {
  kind: 'world'
  name: string
  applies(order: WorkOrder): boolean
  perform(deps: EffectDeps, ctx: Ctx, order: WorkOrder, key: string): Promise<Out>
  /** `output` is null when it is not known whether it was ever performed. */
  takeBack(deps: EffectDeps, ctx: Ctx, order: WorkOrder, output: Out | null, key: string): Promise<void>
  maxAttempts: number
}

export class Refused extends Error {}

// biome-ignore lint/suspicious/noExplicitAny: each step knows its own output; the engine only stores it and hands it back
export type Step = LocalStep<any> | WorldStep<any>

/** A step with its undo beside it. What `run` gives is stored once per order, and is what `undo` gets. */
export const step = <Out>(parts: Omit<LocalStep<Out>, 'kind'>): LocalStep<Out> => ({ kind: 'local', ...parts })
export const worldStep = <Out>(parts: Omit<WorldStep<Out>, 'kind'>): WorldStep<Out> => ({ kind: 'world', ...parts })
