import { connect, type Db } from '../../../src/db/connect'
import { joinEmbedded } from '../../../src/db/embedded'
import { clusterDir } from '../../../src/db/open'

/** The address of the database that the site under test runs on. */
export async function databaseUrl(): Promise<string> {
  const url = await joinEmbedded(clusterDir(process.env.E2E_DATA_DIR!))
  if (!url) throw new Error('the site under test has no database')
  return url
}

export async function openDatabase(): Promise<{ db: Db; close(): Promise<void> }> {
  const { db, pool } = connect(await databaseUrl(), 2)
  return { db, close: () => pool.end() }
}
