import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { withTheNext } from '../../src/db/prepared'
import { type FreshDb, freshDb } from '../support/db'
import { roundTripsOf } from '../support/round-trips'

let fresh: FreshDb
beforeAll(async () => {
  fresh = await freshDb()
  await sql`create table note (id int primary key, text text not null)`.execute(fresh.db)
  await sql`insert into note values (1, 'first')`.execute(fresh.db)
})

const textOf = async (db: FreshDb['db']) =>
  (await sql<{ text: string }>`select text from note where id = ${1}`.execute(db)).rows[0]?.text

test('a transaction in which nothing is asked sends nothing', async () => {
  const { db, pool } = fresh
  expect(await roundTripsOf(pool, () => db.transaction().execute(async () => {}))).toEqual([])
})

test('what a transaction wrote is gone when it fails, and its connection is as good as new', async () => {
  const { db } = fresh
  const failing = db.transaction().execute(async (tx) => {
    await sql`update note set text = ${'second'} where id = ${1}`.execute(tx)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await textOf(db)).toBe('first')
})

test('when the statement that went along fails, that is the fault which is told, and nothing was done', async () => {
  const { db } = fresh
  const failing = db.transaction().execute(async (tx) => {
    await sql`${withTheNext} select 1 / ${0}::int`.execute(tx)
    await sql`update note set text = ${'third'} where id = ${1}`.execute(tx)
  })
  await expect(failing).rejects.toThrow('division by zero')
  expect(await textOf(db)).toBe('first')
})

test('what is read under a lock that went along is what stood there when the lock was given', async () => {
  const { db } = fresh
  let second: Promise<string | undefined> = Promise.resolve(undefined)
  await db.transaction().execute(async (tx) => {
    await sql`update note set text = ${'fourth'} where id = ${1}`.execute(tx)
    second = db.transaction().execute(async (other) => {
      await sql`${withTheNext} select id from note where id = ${1} for update`.execute(other)
      return textOf(other)
    })
    // It waits for the lock from now on.
    await until(async () => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_locks where not granted`.execute(db)
      return rows[0]!.n > 0
    })
  })
  expect(await second).toBe('fourth')
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(10)
}
