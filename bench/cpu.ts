import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** Milliseconds of processor time a process and the children it has waited for have used (Linux). */
function cpuOf(pid: number): { ppid: number; ms: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const ticks = [11, 12, 13, 14].reduce((sum, i) => sum + (fields[i] ?? 0), 0)
    return { ppid: fields[1] ?? 0, ms: (ticks * 1000) / ticksPerSecond }
  } catch {
    return null
  }
}

/** Processor milliseconds used so far by the app, and by the database server with all its backends. */
export function cpuNow(app: number, postmaster: number): { app: number; database: number } {
  let database = 0
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!pid) continue
    const cpu = cpuOf(pid)
    if (cpu && (pid === postmaster || cpu.ppid === postmaster)) database += cpu.ms
  }
  return { app: cpuOf(app)?.ms ?? 0, database }
}
