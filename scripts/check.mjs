// npm run check: types, lint and format, then every test but the browser's. Tells all that is wrong, not only the first.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'

const bin = (name) => `node_modules/.bin/${name}`
const steps = {
  types: [bin('tsc'), '-p', 'tsconfig.json'],
  'types in the browser': [bin('tsc'), '-p', 'static/js/tsconfig.json', '--noEmit'],
  'types of journeys': [bin('tsc'), '-p', 'tests/e2e/tsconfig.json', '--noEmit'],
  'lint and format': [bin('biome'), 'ci', '--error-on-warnings'],
  tests: [bin('vitest'), 'run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/vitest.json'],
}

rmSync('test-results', { recursive: true, force: true })
const failed = Object.entries(steps).filter(([name, [command, ...args]]) => {
  console.log(`\n— ${name}`)
  return spawnSync(command, args, { stdio: 'inherit' }).status !== 0
})
if (failed.length > 0) {
  console.error(`\ncheck failed: ${failed.map(([name]) => name).join(', ')}`)
  process.exit(1)
}
