import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

const sources = {
  server: ['src', 'scripts/build', 'package-lock.json'],
  static: ['static', 'src/views', 'scripts/build', 'package-lock.json'],
}

/** A text that changes whenever a source of this part of the build is edited, added or removed. */
export async function stampOf(part) {
  const hash = createHash('sha256').update(process.version)
  for (const source of sources[part]) hash.update(await traceOf(source))
  return hash.digest('hex')
}

export const readStamp = (part) => readFile(`dist/.stamp-${part}`, 'utf8').catch(() => null)

async function traceOf(path) {
  const info = await stat(path)
  if (!info.isDirectory()) return `${path} ${info.size} ${info.mtimeMs}\n`
  const names = (await readdir(path)).sort()
  return (await Promise.all(names.map((name) => traceOf(join(path, name))))).join('')
}
