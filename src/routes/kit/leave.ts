import { LeavingPage } from '../../views/ui/leaving'
import type { C } from './context'
import { goTo, showPage } from './show'

/**
 * Sends the reader to another site after a form. The browser itself may not follow a form's answer out of this site (`form-action`), so
 * without htmx a page says where it goes on and leads there at once.
 */
export function leaveFor(c: C, url: string): Response {
  if (c.req.header('HX-Request') === 'true') return goTo(c, url)
  c.header('Refresh', `0; url=${url}`)
  return showPage(c, LeavingPage, { url })
}
