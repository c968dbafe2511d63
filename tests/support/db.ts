import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { afterAll, inject } from 'vitest'
import { connect, type Db, type Tx } from '../../src/db/connect'
import { createDatabase, dropDatabases } from './server'

export type FreshDb = { db: Db; pool: Pool; url: string; close(): Promise<void> }

let count = 0

/** A database of its own, migrated and empty. It is closed and dropped after the test file; `close` does so at once. */
export async function freshDb(max = 10): Promise<FreshDb> {
  const { server, template, prefix } = inject('database')
  const name = `${prefix}_${process.pid}_${process.env.VITEST_WORKER_ID ?? 0}_${crypto.randomUUID().slice(0, 8)}_${++count}`
  const url = await createDatabase(server, name, template)
  const { db, pool } = connect(url, max)
  let closing: Promise<void> | undefined
  // A failed test may never give its connection back: the database goes all the same.
  const emptied = () => Promise.race([pool.end(), sleep(1_000)])
  const close = () => {
    closing ??= emptied().then(() => dropDatabases(server, name))
    return closing
  }
  open.add(close)
  return { db, pool, url, close }
}

/** Runs `work` in a transaction that is always rolled back; all tests of a file share one database. Gives what `work` gave. */
export async function rolledBack<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  shared ??= freshDb()
  const { db } = await shared
  let result: T | undefined
  await db
    .transaction()
    .execute(async (tx) => {
      result = await work(tx)
      throw new Done()
    })
    .catch((e: unknown) => {
      if (!(e instanceof Done)) throw e
    })
  return result as T
}

class Done {}

const open = new Set<() => Promise<void>>()
let shared: Promise<FreshDb> | undefined

afterAll(async () => {
  await Promise.all([...open].map((close) => close()))
  open.clear()
  shared = undefined
})
