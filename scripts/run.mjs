// Runs a TypeScript file of this project: node scripts/run.mjs <file.ts> [arguments]
import { mkdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [file, ...rest] = process.argv.slice(2)
const outfile = join(
  'node_modules/.cache/comanda/run',
  `${relative('.', resolve(file)).replace(/[\\/]/g, '-')}-${process.pid}.mjs`,
)
await mkdir('node_modules/.cache/comanda/run', { recursive: true })
await build({
  entryPoints: [file],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node24',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  sourcemap: 'inline',
})
process.argv = [process.argv[0], resolve(file), ...rest]
process.setSourceMapsEnabled(true)
await import(pathToFileURL(resolve(outfile)).href)
