// The last line of a CI run, from what the test runners themselves wrote: "N passed, N failed".
import { readFileSync } from 'node:fs'

const read = (name) => {
  try {
    return JSON.parse(readFileSync(`test-results/${name}.json`, 'utf8'))
  } catch {
    return null
  }
}
const [units, journeys] = [read('vitest'), read('playwright')]
const passed = (units?.numPassedTests ?? 0) + (journeys ? journeys.stats.expected + journeys.stats.flaky : 0)
const failed = (units?.numFailedTests ?? 0) + (journeys?.stats.unexpected ?? 0)
const skipped = (units?.numPendingTests ?? 0) + (journeys?.stats.skipped ?? 0)
if (skipped > 0) console.log(`${skipped} skipped`)
console.log(`${passed} passed, ${failed} failed`)
