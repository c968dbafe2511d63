import {
  type APIRequestContext,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type Page,
} from '@playwright/test'
import type { Db } from '../../../src/db/connect'
import { formToken } from './by-phone'
import { Complaints } from './complaints'
import { openDatabase } from './database'
import { aNoodleShop, type NoodleShop } from './shops'

export { expect } from '@playwright/test'

export const sizes = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  tablet: { viewport: { width: 1180, height: 820 } },
  board: { viewport: { width: 1920, height: 1080 } },
  desk: { viewport: { width: 1440, height: 900 } },
} satisfies Record<string, BrowserContextOptions>

export type Device = keyof typeof sizes
type State = Awaited<ReturnType<BrowserContext['storageState']>>
type Open = (device: Device, options?: BrowserContextOptions & { as?: 'staff' | 'admin' }) => Promise<Page>

type Floor = {
  /** Opens a browser of its own on a device, of somebody nobody knows or signed in. */
  open: Open
  complaints: Complaints
  /** A phone nobody has used here. */
  guest: Page
  /** Somebody somewhere else, without a browser. */
  stranger: APIRequestContext
  /** Staff at another desk, without a browser. */
  staff: APIRequestContext
  /** A shop of this test's own; the demo's staff work in it. */
  shop: NoodleShop
}
type Always = { signedIn: (name: 'staff' | 'admin') => Promise<State>; db: Db }

export const test = base.extend<Floor, Always>({
  complaints: async ({ browserName: _ }, use) => {
    await use(new Complaints())
  },

  open: async ({ browser, complaints, signedIn }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (device, { as, ...options } = {}) => {
      const storageState = as ? await signedIn(as) : undefined
      const context = await browser.newContext({ ...sizes[device], ...(storageState && { storageState }), ...options })
      contexts.push(context)
      complaints.listenTo(context)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
    base.expect(complaints.all).toEqual([])
  },

  guest: async ({ open }, use) => use(await open('phone')),

  stranger: async ({ playwright, baseURL }, use) => {
    const stranger = await playwright.request.newContext({ extraHTTPHeaders: { origin: baseURL! } })
    await use(stranger)
    await stranger.dispose()
  },

  staff: async ({ playwright, baseURL, signedIn }, use) => {
    const storageState = await signedIn('staff')
    const staff = await playwright.request.newContext({ storageState, extraHTTPHeaders: { origin: baseURL! } })
    await use(staff)
    await staff.dispose()
  },

  shop: async ({ db }, use) => use(await aNoodleShop(db)),

  signedIn: [
    async ({ playwright }, use) => {
      const origin = `http://localhost:${process.env.E2E_PORT}`
      const states = new Map<string, Promise<State>>()
      const signIn = async (name: string) => {
        const visitor = await playwright.request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } })
        const csrf = await formToken(visitor)
        await visitor.post('/sign-in', { form: { login: name, password: name, csrf }, maxRedirects: 0 })
        const state = await visitor.storageState()
        await visitor.dispose()
        return state as State
      }
      await use((name) => {
        const state = states.get(name) ?? signIn(name)
        states.set(name, state)
        return state
      })
    },
    { scope: 'worker' },
  ],

  db: [
    async ({ playwright: _ }, use) => {
      const { db, close } = await openDatabase()
      await use(db)
      await close()
    },
    { scope: 'worker' },
  ],
})
