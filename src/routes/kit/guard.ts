import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { placeBySlugs } from '../../domain/brands/queries'
import { may, opensByPin, type Permission, worksAt } from '../../domain/people/may'
import type { App, AppEnv, C } from './context'
import { Forbidden, NotFound, SignInNeeded } from './errors'
import { speak } from './language'

const declared = new WeakMap<MiddlewareHandler, Permission>()

/**
 * Declares who may use a route, and lets only them in. Resolves :brand and :store to `c.var.place` first.
 * Signed out: to sign-in (on a paired tablet, to its PINs) and back. Not yours: 404. Yours but not allowed: 403.
 */
export function need(permission: Permission): MiddlewareHandler<AppEnv> {
  const guard = createMiddleware<AppEnv>(async (c, next) => {
    await findPlace(c)
    if (permission === 'public') stepBack(c)
    const { actor, place } = c.var
    if (place && isShop(c, place.brandSlug)) speak(c, place)
    if (!may(actor, permission, place)) {
      if (actor.kind === 'guest') throw new SignInNeeded(opensByPin(permission))
      throw !place || worksAt(actor, place) ? new Forbidden() : new NotFound()
    }
    return next()
  })
  declared.set(guard, permission)
  return guard
}

/** Four digits open the work of a store, not what is somebody's own: before a public door whoever came by PIN is a guest. */
function stepBack(c: C): void {
  const { actor } = c.var
  // A picture is asked for before anybody is known.
  if (actor?.kind !== 'person' || !actor.isByPin) return
  const { visitor, tablet } = actor
  c.set('actor', { kind: 'guest', visitor, ...(tablet && { tablet }) })
}

/** A page for guests begins with its brand; those of the staff speak whatever the staff do. */
const isShop = (c: C, brandSlug: string) => c.req.path.startsWith(`/${brandSlug}/`)

async function findPlace(c: C): Promise<void> {
  const brand = c.req.param('brand')
  const store = c.req.param('store')
  if (!brand || !store) return
  const place = await placeBySlugs(c.var.deps.db, brand, store)
  if (!place) throw new NotFound()
  c.set('place', place)
}

export type DeclaredRoute = { method: string; path: string; permission: Permission }

/** Every route with the permission it declares. Throws for one that declares none: such an app does not start. */
export function declaredRoutes(app: App): DeclaredRoute[] {
  const routes = new Map<string, { method: string; path: string; permission?: Permission }>()
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue
    const key = `${method} ${path}`
    const permission = declared.get(handler as MiddlewareHandler)
    const known = routes.get(key)
    routes.set(key, { method, path, ...(known?.permission ? known : permission ? { permission } : {}) })
  }
  return [...routes.values()].map(({ method, path, permission }) => {
    if (!permission) throw new Error(`${method} ${path} declares no permission: add need(...) to it`)
    return { method, path, permission }
  })
}
