import { paths } from '../../views/paths'
import type { C } from './context'
import { tabletDoor } from './tablet'

/** Where a signed-out reader is sent, to come back afterwards. `isDesk`: a PIN would be enough, where there is a tablet to type it on. */
export function signInUrl(c: C, isDesk = false): string {
  const back = pageOf(c)
  return (isDesk && tabletDoor(c, back)) || paths.signIn.href({}, { back })
}

/** The page this request was made from: its own, or the one that a fragment or a form stands in. */
function pageOf(c: C): string {
  const current = c.req.header('HX-Request') === 'true' ? c.req.header('HX-Current-URL') : undefined
  const from = current ?? (c.req.method === 'GET' ? undefined : c.req.header('Referer'))
  const page = new URL(from && URL.canParse(from) ? from : c.req.url)
  return page.pathname + page.search
}
