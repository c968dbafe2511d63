import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

export type Browser = { executablePath?: string; args: string[]; env: Record<string, string> }

/** No sandbox, since tests run as root in containers; no calls home, which closed networks refuse one by one. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const cache = resolve('node_modules/.cache/comanda/chromium')

/**
 * How Playwright starts the browser: the Chromium that npm brought (Linux x64), unpacked once beside its own libraries and fonts.
 * CHROMIUM_PATH names another; on other systems it is Playwright's own.
 */
export async function browser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH
  if (given) return { executablePath: given, args, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64') return { args, env: {} }
  if (!existsSync(cache)) await unpack()
  const executablePath = join(cache, 'chromium')
  return {
    executablePath,
    args: [...args, '--no-zygote', '--font-render-hinting=none'],
    env: await missing(executablePath),
  }
}

/** Unpacked aside and moved into place whole: several runs may come here at once. */
async function unpack(): Promise<void> {
  const aside = `${cache}-${process.pid}`
  await mkdir(aside, { recursive: true })
  // The package unpacks into the temporary directory, and its libraries only where it believes to be on its usual host.
  const code = "import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())"
  const env = { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }
  await promisify(execFile)(process.execPath, ['-e', code], { env })
  await rename(aside, cache).catch(() => rm(aside, { recursive: true, force: true }))
}

/** Libraries and fonts from the package, where the machine has none of its own. */
async function missing(executable: string): Promise<Record<string, string>> {
  const { stdout } = await promisify(execFile)('ldd', [executable]).catch(() => ({ stdout: 'not found' }))
  if (!stdout.includes('not found')) return {}
  return { LD_LIBRARY_PATH: join(cache, 'al2023/lib'), FONTCONFIG_PATH: join(cache, 'fonts') }
}
