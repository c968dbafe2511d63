import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

const directory = 'static/js'
/** Imported by other scripts, no page's own. */
const shared = new Set(['freshness.ts', 'rail.ts', 'sound.ts'])

/** Every static/js/<name>.ts becomes <name>.js, whole and by itself: a page loads app.js and at most one more. */
export async function scripts() {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.ts') && !shared.has(name))
  const { outputFiles } = await build({
    entryPoints: names.map((name) => join(directory, name)),
    outdir: 'out',
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome111', 'firefox114', 'safari16.4'],
    legalComments: 'none',
    logLevel: 'warning',
  })
  return outputFiles.map((file) => ({ name: basename(file.path), body: file.text }))
}
