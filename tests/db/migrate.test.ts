import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, inject, onTestFinished, test } from 'vitest'
import { connect } from '../../src/db/connect'
import { isMigrated, migrate } from '../../src/db/migrate'
import { freshDb, rolledBack } from '../support/db'
import { createDatabase, dropDatabases } from '../support/server'

async function emptyDatabase() {
  const { server, prefix } = inject('database')
  const name = `${prefix}_empty_${crypto.randomUUID().slice(0, 8)}`
  const url = await createDatabase(server, name)
  return { url, drop: () => dropDatabases(server, name) }
}

async function newDirectory() {
  const directory = await mkdtemp(join(tmpdir(), 'comanda-migrations-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  return directory
}

test('eight processes that start at once migrate once', async () => {
  const { url, drop } = await emptyDatabase()

  const applied = await Promise.all(Array.from({ length: 8 }, () => migrate(url)))

  expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
  const { pool } = connect(url)
  expect(await isMigrated(pool)).toBe(true)
  await pool.end()
  await drop()
})

test('an edited migration is refused by name', async () => {
  const { url, drop } = await emptyDatabase()
  const directory = await newDirectory()
  await writeFile(join(directory, '0001_a.sql'), 'create table a (id int)')
  await migrate(url, directory)

  await writeFile(join(directory, '0001_a.sql'), 'create table a (id bigint)')

  await expect(migrate(url, directory)).rejects.toThrow('migrations/0001_a.sql was edited')
  await drop()
})

test('a migration that fails leaves nothing behind and says which it is', async () => {
  const { url, drop } = await emptyDatabase()
  const directory = await newDirectory()
  await writeFile(join(directory, '0001_a.sql'), 'create table a (id int); create table a (id int)')

  await expect(migrate(url, directory)).rejects.toThrow('migrations/0001_a.sql failed: relation "a" already exists')

  await writeFile(join(directory, '0001_a.sql'), 'create table a (id int)')
  expect(await migrate(url, directory)).toEqual(['0001_a.sql'])
  await drop()
})

test('a business day is read as text and a count as a number', async () => {
  const { db } = await freshDb()
  const { rows } = await sql<{ day: string; n: number; at: Date }>`
    select date '2026-03-01' as day, count(*) as n, timestamptz '2026-03-01 00:00Z' as at`.execute(db)

  expect(rows).toEqual([{ day: '2026-03-01', n: 1, at: new Date('2026-03-01T00:00:00Z') }])
})

test('what is written in a rolled back test is gone in the next', async () => {
  const count = () =>
    rolledBack((tx) =>
      tx
        .selectFrom('account')
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
    )
  await rolledBack((tx) => tx.insertInto('account').values({ id: crypto.randomUUID(), name: 'Mei' }).execute())

  expect(await count()).toEqual({ n: 0 })
})
