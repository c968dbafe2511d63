import { isApiPath } from '../../../src/routes/kit/api-path'
import type { DeclaredRoute } from '../../../src/routes/kit/guard'
import type { Site } from '../../support/site'
import type { House } from './house'
import type { Name } from './people'
import { urlOf } from './urls'

/** The same for the API. */
const calls: Record<string, object> = {
  'POST /orchestration/menu/admin/items': { name: '偷加的菜', price: 1 },
  'PUT /orchestration/menu/admin/items/:id': { price: 1 },
  'PATCH /orchestration/kitchen/orders/:id': { status: 'ready' },
  'PATCH /orchestration/delivery/orders/:id': { status: 'assigned', driver_id: '別人' },
  'POST /orchestration/customers': { name: '別人', phone: '0922555666' },
}

export type Way = 'page' | 'panel' | 'head' | 'send'
export type Answer = { status: number; is: string; text: string; type: string }

/** What would be taken if nobody asked who sends it: forms that are complete where an id of somebody else's is at stake. */
const bodies: Record<string, Record<string, string>> = {
  '/account/addresses/:id': { label: '家', address: '台北市' },
  '/sign-up/code/:id': { code: '000000' },
  '/account/phone/code/:id': { code: '000000' },
  '/reset/code/:id': { code: '000000', password: 'a long password' },
}

/** Somebody tries a door: for the page, for its panel as htmx does, for its head alone, or with a form. Streams are let go at once. */
export async function knock(site: Site, house: House, route: DeclaredRoute, name: Name, way: Way): Promise<Answer> {
  const { client, formToken, apiToken } = house.people[name]
  const url = urlOf(route, house)
  const isApi = isApiPath(url)
  const headers = new Headers({ Origin: 'http://shop.test', 'Accept-Language': 'zh-Hant' })
  if (!isApi) headers.set('Cookie', [...client.cookies].map(([key, value]) => `${key}=${value}`).join('; '))
  else if (apiToken) headers.set('Authorization', `Bearer ${apiToken}`)
  if (way === 'panel') {
    headers.set('HX-Request', 'true')
    headers.set('HX-Request-Type', 'partial')
    headers.set('HX-Current-URL', `http://shop.test${url}`)
  }
  const init: RequestInit = { method: way === 'head' ? 'HEAD' : route.method, headers }
  if (way === 'send') {
    headers.set('Content-Type', isApi ? 'application/json' : 'application/x-www-form-urlencoded')
    init.body = isApi
      ? JSON.stringify(calls[`${route.method} ${route.path}`] ?? {})
      : new URLSearchParams({ csrf: formToken, ...bodies[route.path] }).toString()
  }
  const response = await site.app.request(`http://shop.test${url}`, init)
  const type = response.headers.get('Content-Type') ?? ''
  const isStream = type.startsWith('text/event-stream')
  const text = isStream ? '' : await response.text()
  if (isStream) await response.body?.cancel()
  const location = response.headers.get('Location') ?? response.headers.get('HX-Redirect') ?? ''
  return {
    status: response.status,
    is: location.startsWith('/sign-in?back=') ? 'sign-in' : String(response.status),
    text,
    type,
  }
}
