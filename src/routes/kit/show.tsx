import { randomUUID } from 'node:crypto'
import type { FC } from 'hono/jsx'
import { tabletOf } from '../../domain/shared/ctx'
import { type View, ViewContext } from '../../views/ui/view'
import { packed } from './compress'
import { type C, wantsFragment } from './context'
import { formToken, withFormTokens } from './form-token'

/** A page and the panel it contains: one URL serves both (house habit 9). */
export type Screen<P> = { Page: FC<P>; Panel: FC<P> }

type Status = 200 | 201 | 401 | 403 | 404 | 409 | 422 | 429 | 500

/** What this request's components may ask for. */
export function viewOf(c: C): View {
  const { deps, t, lang, languages, actor } = c.var
  const url = new URL(c.req.url)
  return {
    t,
    lang,
    languages,
    now: deps.now(),
    asset: deps.asset,
    newKey: randomUUID,
    here: url.pathname + url.search,
    // What is refused before the session was read (a foreign form, too large a body) has no actor yet.
    reader: actor?.kind === 'person' ? { name: actor.name, isStaff: actor.grants.length > 0 } : null,
    tablet: (actor && tabletOf(actor)?.name) ?? null,
  }
}

/** Renders one component to HTML. Every form in it that posts carries `token`, the reader's own unless told otherwise. */
export function render<P extends object>(c: C, Component: FC<P>, props: P, token = formToken(c)): string {
  const tree = (
    <ViewContext.Provider value={viewOf(c)}>
      <Component {...props} />
    </ViewContext.Provider>
  )
  return withFormTokens(tree.toString(), token)
}

/** Answers with the panel when htmx asks for it, else with the whole page around it. */
export function show<P extends object>(c: C, screen: Screen<P>, props: P, status: Status = 200): Response {
  return send(
    c,
    Buffer.from(wantsFragment(c) ? render(c, screen.Panel, props) : pageHtml(c, screen.Page, props)),
    status,
  )
}

/** A whole page as text. */
export const pageHtml = <P extends object>(c: C, Page: FC<P>, props: P, token?: string): string =>
  `<!doctype html>${render(c, Page, props, token)}`

/** Answers with HTML as bytes, packed as this browser reads it best; nobody keeps it. */
export function send(c: C, html: Uint8Array<ArrayBuffer>, status: Status = 200): Response {
  c.header('Vary', 'HX-Request-Type, Cookie, Accept-Language')
  c.header('Cache-Control', 'no-store')
  c.header('Content-Type', 'text/html; charset=UTF-8')
  return c.body(packed(c, html), status)
}

/** Answers with a page that has no panel of its own. */
export const showPage = <P extends object>(c: C, Page: FC<P>, props: P, status: Status = 200): Response =>
  show(c, { Page, Panel: Page }, props, status)

/** Sends the reader on after a success: 303 for a plain form, a client-side move for htmx. */
export function goTo(c: C, url: string): Response {
  if (c.req.header('HX-Request') !== 'true') return c.redirect(url, 303)
  c.header('HX-Redirect', url)
  return c.body(null, 204)
}
