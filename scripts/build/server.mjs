import { rename } from 'node:fs/promises'
import { build } from 'esbuild'

/** dist/server.js: our own code in one file, packages left where npm put them. */
export async function buildServer() {
  const outfile = `dist/server-${process.pid}.js`
  await build({
    entryPoints: ['src/server.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
  })
  await rename(outfile, 'dist/server.js')
}
