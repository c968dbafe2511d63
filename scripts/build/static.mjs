import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { files } from './files.mjs'
import { hashedName, writeOnce } from './hashed.mjs'
import { icons } from './icons.mjs'
import { scripts } from './scripts.mjs'
import { styles } from './styles.mjs'

const target = 'dist/static'
const KEEP_MS = 24 * 3_600_000

/** dist/static and dist/manifest.json, which says under which name each file is found. */
export async function buildStatic() {
  const made = (await Promise.all([styles(), scripts(), icons()])).flat()
  const manifest = {}
  const put = async ({ name, body }) => {
    manifest[name] = hashedName(name, body)
    await writeOnce(target, manifest[name], body)
  }
  for (const file of made) await put(file)
  // These may name the others, so they come last.
  for (const file of await files(manifest)) await put(file)
  const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => a.localeCompare(b)))
  await writeFile(`dist/manifest-${process.pid}.json`, `${JSON.stringify(sorted, null, 2)}\n`)
  await rename(`dist/manifest-${process.pid}.json`, 'dist/manifest.json')
  await sweep(new Set(Object.values(manifest)))
}

/** Files of earlier builds stay for a day: pages still open, and servers still running, ask for them. */
async function sweep(current) {
  for (const name of await readdir(target)) {
    if (current.has(name.replace(/\.(br|gz)$/, ''))) continue
    const { mtimeMs } = await stat(join(target, name))
    if (Date.now() - mtimeMs > KEEP_MS) await rm(join(target, name), { force: true })
  }
}
