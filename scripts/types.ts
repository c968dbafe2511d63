// Writes src/db/types.ts from the migrations: they are applied to an empty database, whose tables are then read.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/db/embedded'
import { generateTypes } from '../src/db/generate-types'
import { migrate } from '../src/db/migrate'

const dir = await mkdtemp(join(tmpdir(), 'comanda-types-'))
const database = await startEmbedded({ dir, durable: false })
try {
  await migrate(database.url)
  await writeFile('src/db/types.ts', await generateTypes(database.url))
} finally {
  await database.stop()
  await rm(dir, { recursive: true, force: true })
}
