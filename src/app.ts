import { requestId } from 'hono/request-id'
import { bearer } from './routes/api/bearer'
import { api } from './routes/api/routes'
import { auth } from './routes/auth/routes'
import { counter } from './routes/counter/routes'
import { dispatch } from './routes/dispatch/routes'
import { hooks } from './routes/hooks/routes'
import { isApiPath } from './routes/kit/api-path'
import { router } from './routes/kit/audience'
import { bodyLimit } from './routes/kit/body-limit'
import { compress } from './routes/kit/compress'
import type { App, Deps } from './routes/kit/context'
import { formsOnly } from './routes/kit/csrf'
import { onError, onNotFound } from './routes/kit/errors'
import { declaredRoutes } from './routes/kit/guard'
import { health } from './routes/kit/health'
import { language } from './routes/kit/language'
import { logger } from './routes/kit/logger'
import { noNul } from './routes/kit/no-nul'
import { headers, sameSite } from './routes/kit/security'
import { session } from './routes/kit/session'
import { staticFiles } from './routes/kit/static'
import { kitchen } from './routes/kitchen/routes'
import { office } from './routes/office/routes'
import { platform } from './routes/platform/routes'
import { pictures } from './routes/shop/pictures'
import { shop } from './routes/shop/routes'

/** The whole product as one function from request to response. Throws if a route declares no permission. */
export function createApp(deps: Deps): App {
  const app = router()
  app.onError(onError)
  app.notFound(onNotFound)
  app.use((c, next) => {
    c.set('deps', deps)
    return next()
  })
  app.use(staticFiles, health, requestId(), logger, compress)
  app.use(headers, language, bodyLimit, noNul, sameSite)
  // Before the session: a picture sets no cookie, so any cache may keep it.
  app.route('/', pictures)
  app.use((c, next) => (isApiPath(c.req.path) ? bearer : session)(c, next))
  app.use(formsOnly)
  for (const audience of [api, hooks, auth, counter, kitchen, dispatch, office, platform, shop])
    app.route('/', audience)
  declaredRoutes(app)
  return app
}
