import { paths } from '../../views/paths'
import type { C } from './context'

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

/** The page of this site that a link or form on it led here from; undefined when it is not known. */
export function cameFrom(c: C): string | undefined {
  const from = c.req.header('HX-Current-URL') ?? c.req.header('Referer')
  const url = from && URL.canParse(from) ? new URL(from) : null
  return url?.host === new URL(c.req.url).host ? safeBack(url.pathname + url.search) : undefined
}
