import { paths } from '../../views/paths'

const doors: ReadonlySet<string> = new Set([
  paths.signIn.pattern,
  paths.signUp.pattern,
  paths.signOut.pattern,
  paths.reset.pattern,
])
const isDoor = (path: string) => doors.has(path) || /^\/(sign-up|reset)\//.test(path)
const base = 'http://here'

/** A way back that stays on this site: path and query, else undefined. Nothing that begins like another host, and not the door itself. */
export function safeBack(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 1000 || !/^\/(?![/\\])/.test(value)) return undefined
  const url = URL.canParse(value, base) ? new URL(value, base) : null
  if (!url || url.origin !== base || url.pathname.startsWith('//') || isDoor(url.pathname)) return undefined
  return url.pathname + url.search + url.hash
}
