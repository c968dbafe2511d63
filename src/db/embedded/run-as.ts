import { type ChildProcess, execFile, type StdioOptions, spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const exec = promisify(execFile)

/** How PostgreSQL's programs are started: as ourselves, or, when we are root (which PostgreSQL refuses), as a service user. */
export type RunAs = {
  owner: { uid: number; gid: number } | null
  start(file: string, args: string[], stdio: StdioOptions): ChildProcess
}

/** @param reaches paths that the programs must get to, whoever runs them */
export async function runAs(reaches: string[]): Promise<RunAs> {
  const options = (stdio: StdioOptions) => ({ stdio, detached: true, env: { ...process.env, LC_ALL: 'C' } })
  if (process.getuid?.() !== 0) return { owner: null, start: (file, args, stdio) => spawn(file, args, options(stdio)) }

  const owner = await serviceUser()
  if (await all(reaches, (path) => canEnter(path, owner)))
    return { owner, start: (file, args, stdio) => spawn(file, args, { ...options(stdio), ...owner }) }

  const prefix = await passingClosedDoors(owner)
  if (!prefix)
    throw new Error(
      `Started as root, the database runs as the user "postgres", which cannot enter ${reaches.join(' or ')}. ` +
        'Move the project to a directory others may enter (such as /srv), start as an ordinary user, or set DATABASE_URL.',
    )
  return { owner, start: (file, args, stdio) => spawn('setpriv', [...prefix, file, ...args], options(stdio)) }
}

async function serviceUser(): Promise<{ uid: number; gid: number }> {
  const known = (await idsOf('postgres')) ?? (await made()) ?? (await idsOf('nobody'))
  if (known) return known
  throw new Error('Started as root, and no user "postgres" could be made for the database. Start as an ordinary user.')
}

async function made() {
  // Debian, Fedora and the like; then Alpine's busybox.
  await exec('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).catch(() =>
    exec('adduser', ['-S', '-D', '-H', 'postgres']).catch(() => {}),
  )
  return idsOf('postgres')
}

async function idsOf(name: string) {
  try {
    const [uid, gid] = await Promise.all([exec('id', ['-u', name]), exec('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

/**
 * A checkout under /root (mode 700) is closed to the service user; the right to search directories lets it through.
 * initdb asks the kernel whether it may run its neighbours, and there such a right counts only with no_setuid_fixup.
 */
async function passingClosedDoors(owner: { uid: number; gid: number }): Promise<string[] | null> {
  for (const right of ['dac_read_search', 'dac_override']) {
    const prefix = ['--securebits=+no_setuid_fixup', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
    prefix.push(`--inh-caps=+${right}`, `--ambient-caps=+${right}`, '--')
    const works = await exec('setpriv', [...prefix, 'true']).then(
      () => true,
      () => false,
    )
    if (works) return prefix
  }
  return null
}

async function canEnter(path: string, { uid, gid }: { uid: number; gid: number }): Promise<boolean> {
  for (let dir = path; ; dir = dirname(dir)) {
    const { mode, uid: owner, gid: group } = await stat(dir)
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
    if (!(mode & bit)) return false
    if (dir === dirname(dir)) return true
  }
}

async function all<T>(items: T[], test: (item: T) => Promise<boolean>): Promise<boolean> {
  for (const item of items) if (!(await test(item))) return false
  return true
}
