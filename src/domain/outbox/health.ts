import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import { projectRoot } from '../../db/root'
import { aliveLock } from './presence'

export type FailedJob = { id: string; topic: string; attempts: number; error: string; at: Date }
export type Health = {
  version: string
  databaseVersion: string
  databaseBytes: number
  /** Connections to this database, from every process. */
  connections: number
  migrations: number
  lastMigration: string
  workersAlive: number
  jobs: Record<'ready' | 'scheduled' | 'running' | 'failed', number>
  failed: FailedJob[]
}

const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }

type Row = Omit<Health, 'version' | 'jobs' | 'failed'> & {
  jobs: Partial<Health['jobs']> | null
  failed: (Omit<FailedJob, 'at'> & { at: string })[] | null
}

const state = sql`case when locked_at is not null then 'running' when attempts >= max_attempts then 'failed'
  when run_at > now() then 'scheduled' else 'ready' end`

/** How the installation is: the database, its migrations, the workers that live, and the jobs that wait or gave up. One round trip. */
export async function healthOf(db: Db): Promise<Health> {
  const { rows } = await sql<Row>`select current_setting('server_version') as database_version,
    pg_database_size(current_database())::float8 as database_bytes,
    (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
    (select count(*)::int from schema_migration) as migrations, (select max(name) from schema_migration) as last_migration,
    (select count(*)::int from pg_locks where locktype = 'advisory' and classid = ${aliveLock} and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())) as workers_alive,
    (select json_object_agg(state, n) from (select ${state} as state, count(*)::int as n from graphile_worker.jobs group by 1) j) as jobs,
    (select json_agg(f order by f.at desc) from (select id::text, task_identifier as topic, attempts, coalesce(last_error, '') as error,
      updated_at as at from graphile_worker.jobs where attempts >= max_attempts order by updated_at desc limit 10) f) as failed`.execute(
    db,
  )
  const { jobs, failed, ...row } = rows[0]!
  return {
    ...row,
    version,
    jobs: { ready: 0, scheduled: 0, running: 0, failed: 0, ...jobs },
    failed: (failed ?? []).map((job) => ({
      ...job,
      error: job.error.split('\n')[0]!.slice(0, 200),
      at: new Date(job.at),
    })),
  }
}
