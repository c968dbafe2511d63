import { ApiDocsPage } from '../../views/api/docs'
import { router } from '../kit/audience'
import { need } from '../kit/guard'
import { render } from '../kit/show'

type Described = {
  getOpenAPI31Document(config: { openapi: string; info: { title: string; version: string } }): unknown
}

const info = { title: 'Comanda', version: '1.0.0' }

/** The API's own description, made from the schemas that validate it, and the page that shows it. */
export function docs(api: Described) {
  const app = router()
  let document: unknown
  const description = () => {
    document ??= api.getOpenAPI31Document({ openapi: '3.1.0', info })
    return document
  }
  app.get('/api/openapi.json', need('public'), (c) => c.json(description() as object))
  app.get('/api/docs', need('public'), (c) =>
    c.html(`<!doctype html>${render(c, ApiDocsPage, { document: description() as never })}`),
  )
  return app
}
