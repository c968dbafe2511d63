import { join } from 'node:path'
import { joinEmbedded, startEmbedded } from './embedded'
import { migrate } from './migrate'

type Options = {
  databaseUrl: string | null
  dataDir: string
  /** Whether this process may use the embedded server of one that runs already (a worker beside a web process, a command). */
  mayJoin: boolean
  onRestart?: () => void
}

export type OpenDatabase = { url: string; isEmbedded: boolean; close(): Promise<void> }

/** Where the embedded cluster of a data directory lies. */
export const clusterDir = (dataDir: string) => join(dataDir, 'postgres')

/** The database of this installation, up and migrated: the server of DATABASE_URL, else the embedded one. */
export async function openDatabase({ databaseUrl, dataDir, mayJoin, onRestart }: Options): Promise<OpenDatabase> {
  const dir = clusterDir(dataDir)
  const joined = databaseUrl ?? (mayJoin ? await joinEmbedded(dir) : null)
  if (joined) {
    await migrate(joined)
    return { url: joined, isEmbedded: !databaseUrl, close: async () => {} }
  }
  const embedded = await startEmbedded({ dir, ...(onRestart ? { onRestart } : {}) })
  try {
    await migrate(embedded.url)
  } catch (e) {
    await embedded.stop()
    throw e
  }
  return { url: embedded.url, isEmbedded: true, close: embedded.stop }
}
