import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const cli = 'node_modules/@tailwindcss/cli/dist/index.mjs'

/** static/css/app.css by Tailwind's own program. */
export async function styles() {
  const dir = await mkdtemp(join(tmpdir(), 'comanda-css-'))
  try {
    const out = join(dir, 'app.css')
    await promisify(execFile)(process.execPath, [cli, '-i', 'static/css/app.css', '-o', out, '--minify'])
    return [{ name: 'app.css', body: await readFile(out, 'utf8') }]
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
