// npm run e2e: journeys in a real browser against the built app, which starts on a new data directory and a free port.
// Arguments go to Playwright: npm run e2e -- cashier-day
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const dataDir = mkdtempSync(join(tmpdir(), 'comanda-e2e-'))
try {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: { ...process.env, E2E_DATA_DIR: dataDir },
    },
  )
  process.exitCode = status ?? 1
} finally {
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}
