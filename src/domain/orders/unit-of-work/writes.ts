import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../db/connect'
import { beforeCommit } from '../../shared/in-transaction'
import type { WorkOrder } from './work-order'

/** A statement of an order's command that waits to be sent with its others: sending costs more than most of them do. */
export type Write = {
  /** Unique among those that wait; others may read it as a table by this name. */
  name: string
  sql: RawBuilder<unknown>
  /** It returns the rows it touched, and must touch this many: anything else is a fault, since the order is locked. */
  hits?: number
  /** It returns the number that the order now has (R5). */
  givesNumber?: boolean
}

/** What of an order its statements need while they wait. */
export type Waiting = Pick<WorkOrder, 'brandId' | 'id' | 'writes' | 'calls' | 'sequence' | 'isFinalized'>

/** Lets the transaction commit only when nothing of this order still waits: a forgotten `flush` is a fault, not a loss. */
export function watchWrites(tx: Tx, order: Waiting): void {
  beforeCommit(tx, () => {
    if (order.writes.length > 0 || order.calls.length > 0)
      throw new Error(`order ${order.id} has statements nobody sent`)
  })
}

/**
 * Has these sent with the others. What waits under one of their names is sent first: one statement must not write a row twice, nor touch
 * what it only then makes. Nothing is written until `flush`.
 */
export async function queue(tx: Tx, order: Waiting, ...writes: Write[]): Promise<void> {
  if (writes.some(({ name }) => order.writes.some((waiting) => waiting.name === name))) await flush(tx, order)
  order.writes.push(...writes)
}

/** Drops what waits: the order is not to be after all. */
export function forget(order: Waiting): void {
  order.writes = []
  order.calls = []
}

type Hits = { hits: number[]; sequence: number | null }

/** Sends everything that waits, as one statement. */
export async function flush(tx: Tx, order: Waiting): Promise<void> {
  const { writes, calls } = order
  if (writes.length === 0 && calls.length === 0) return
  forget(order)
  const named = writes.map((write) => sql`${sql.raw(write.name)} as (${write.sql})`)
  const guarded = writes.filter((write) => write.hits !== undefined)
  const hits = guarded.map((write) => sql`(select count(*)::int from ${sql.raw(write.name)})`)
  const numbering = writes.find((write) => write.givesNumber)
  const { rows } = await sql<Hits>`
    ${named.length > 0 ? sql`with ${sql.join(named)}` : sql``}
    select array[${sql.join(hits)}]::int[] as hits,
      ${numbering ? sql`(select sequence from ${sql.raw(numbering.name)})` : sql`null::int`} as sequence
      ${calls.length > 0 ? sql`, ${sql.join(calls.map((call, i) => sql`(${call}).id as ${sql.raw(`call_${i}`)}`))}` : sql``}`.execute(
    tx,
  )
  const missed = guarded.filter((write, i) => rows[0]!.hits[i] !== write.hits)
  if (missed.length > 0)
    throw new Error(`order ${order.id}: ${missed.map(({ name }) => name).join()} moved under its lock`)
  if (numbering) Object.assign(order, { sequence: rows[0]!.sequence, isFinalized: true })
}
