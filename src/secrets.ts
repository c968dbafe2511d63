import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Secrets } from './env'

const schema = z.object({ sessionSecret: z.string().min(32), jwtSecret: z.string().min(32) })

/** The secrets kept in `dataDir`, made at the first call. Of two processes that make them at once, one's are kept by both. */
export function keptSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  const fresh = { sessionSecret: newSecret(), jwtSecret: newSecret() }
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
    return fresh
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code !== 'EEXIST') throw e
  }
  const kept = schema.safeParse(readJson(file))
  if (kept.success) return kept.data
  throw new Error(`${file} is damaged: remove it to have new secrets made (everyone signs in again)`)
}

const newSecret = () => randomBytes(48).toString('base64url')

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
