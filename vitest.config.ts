import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'threads',
    // One for each core: while one waits for the database the other computes. More would want more connections than the server has.
    maxWorkers: Math.min(availableParallelism(), 4),
    // Modules are loaded once a worker: loading the site anew for each file took as long as a third of the tests.
    isolate: false,
    restoreMocks: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
