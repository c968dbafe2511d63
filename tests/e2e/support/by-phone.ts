import { randomUUID } from 'node:crypto'
import type { APIRequestContext, APIResponse, BrowserContext } from '@playwright/test'
import { paths } from '../../../src/views/paths'
import type { NoodleShop } from './shops'

type State = Awaited<ReturnType<BrowserContext['storageState']>>

/** An order somebody placed somewhere else; `state` opens a browser as that somebody. */
export type PlacedOrder = { id: string; url: string; state: State }

type Wanted = { dishes?: ('salad' | 'tea')[]; checkout?: Record<string, string> }

export const slugsOf = ({ brandSlug, storeSlug }: NoodleShop) => ({ brand: brandSlug, store: storeSlug })

/** Orders as a guest's browser would, without one: for journeys that begin when the order is there. */
export async function orderBy(visitor: APIRequestContext, shop: NoodleShop, wanted: Wanted = {}): Promise<PlacedOrder> {
  const slugs = slugsOf(shop)
  for (const dish of wanted.dishes ?? ['salad'])
    await send(visitor, paths.cartLines.href(slugs), { dish: shop[dish], key: randomUUID() })
  const answer = await send(visitor, paths.checkout.href(slugs), {
    key: randomUUID(),
    orderType: 'takeout',
    paymentMethod: 'cash',
    contactName: '王先生',
    contactPhone: '0928123521',
    ...wanted.checkout,
  })
  const url = answer.headers().location ?? ''
  return { id: url.split('/').at(-1)!, url, state: (await visitor.storageState()) as State }
}

/** Staff take the money for it somewhere else. */
export async function paidAtCounter(staff: APIRequestContext, shop: NoodleShop, { id }: PlacedOrder): Promise<void> {
  await send(staff, paths.counterPayment.href({ ...slugsOf(shop), id }), { key: randomUUID(), method: 'card_terminal' })
}

/** The token that the forms of this browser's pages carry: asked of the front door, which leads people who are in to a page with forms. */
export async function formToken(by: APIRequestContext): Promise<string> {
  const page = await (await by.get('/sign-in')).text()
  return /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

/** Sends a form as a page without scripts does. Throws for anything but a success. */
export async function send(by: APIRequestContext, url: string, form: Record<string, string>): Promise<APIResponse> {
  const answer = await by.post(url, { form: { ...form, csrf: await formToken(by) }, maxRedirects: 0 })
  if (answer.status() >= 400) throw new Error(`${url} answered ${answer.status()}: ${await answer.text()}`)
  return answer
}
