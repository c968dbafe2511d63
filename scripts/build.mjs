// Makes dist/: the server's bundle, and everything the browser loads, under names that contain their content's hash.
// `--if-needed` does nothing when dist/ was made from the files as they are now; `--static` leaves the server out.
import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildServer } from './build/server.mjs'
import { readStamp, stampOf } from './build/stamp.mjs'
import { buildStatic } from './build/static.mjs'

const isFlag = (name) => process.argv.includes(name)
const parts = { static: buildStatic, ...(isFlag('--static') ? {} : { server: buildServer }) }

await mkdir('dist/static', { recursive: true })
await Promise.all(
  Object.entries(parts).map(async ([part, build]) => {
    const stamp = await stampOf(part)
    if (isFlag('--if-needed') && stamp === (await readStamp(part)) && (await isThere(part))) return
    const begun = performance.now()
    await build()
    await writeFile(`dist/.stamp-${part}`, stamp)
    if (!isFlag('--quiet')) console.log(`built ${part} in ${Math.round(performance.now() - begun)} ms`)
  }),
)

function isThere(part) {
  const product = join('dist', part === 'server' ? 'server.js' : 'manifest.json')
  return access(product).then(
    () => true,
    () => false,
  )
}
