import { paths } from '../../views/paths'
import type { C } from './context'

/** Where a signed-out reader is sent, to come back afterwards. A fragment comes back to the page it stands in. */
export function signInUrl(c: C): string {
  const current = c.req.header('HX-Current-URL')
  const here = new URL(current && c.req.header('HX-Request') === 'true' ? current : c.req.url)
  return paths.signIn.href({}, { back: here.pathname + here.search })
}
