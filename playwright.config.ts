import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { freePort } from './src/db/embedded/server'
import { browser } from './tests/e2e/support/browser'

// With E2E_PORT and E2E_DATA_DIR set, journeys run against the site that is up there already.
const isUp = Boolean(process.env.E2E_PORT)
// This file is read by every worker too: they find here what the first reading chose.
process.env.E2E_PORT ??= String(await freePort())
process.env.E2E_DATA_DIR ??= join(tmpdir(), `comanda-e2e-${process.pid}`)
const { E2E_PORT, E2E_DATA_DIR } = process.env
const { executablePath, args, env } = await browser()
const baseURL = `http://localhost:${E2E_PORT}`

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/playwright',
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    locale: 'zh-TW',
    timezoneId: 'Asia/Taipei',
    viewport: { width: 390, height: 844 },
    // Recording every step costs half as much again: npm run e2e -- <journey> --trace on
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      args,
      env: { ...(process.env as Record<string, string>), ...env },
      ...(executablePath ? { executablePath } : {}),
    },
  },
  webServer: {
    command: `"${process.execPath}" scripts/start.mjs`,
    env: {
      ...(process.env as Record<string, string>),
      PORT: E2E_PORT,
      DATA_DIR: E2E_DATA_DIR,
      DATABASE_URL: '',
      LOG_LEVEL: 'warn',
    },
    url: `${baseURL}/readyz`,
    reuseExistingServer: isUp,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
