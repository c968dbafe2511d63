// npm start: builds if dist/ is missing or older than the sources, then is the server.
// npm run web and npm run worker name a role as the argument, which the server reads.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

process.chdir(join(import.meta.dirname, '..'))
if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(`This is Node ${process.versions.node}. Use "npm start": npm runs the Node that this project brings.`)
  process.exit(1)
}
if (existsSync('.env')) process.loadEnvFile('.env')
try {
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-needed'], { stdio: 'inherit' })
} catch {
  process.exit(1)
}
process.setSourceMapsEnabled(true)
await import('../dist/server.js')
