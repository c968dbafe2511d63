import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { createApp } from '../../src/app'
import { startLive } from '../../src/domain/shared/live'
import { gatewaysOf } from '../../src/gateways'
import { identitiesOf } from '../../src/identities'
import type { App, Deps } from '../../src/routes/kit/context'
import { codesOf } from '../../src/senders'
import { Client, sessionSecret } from './client'
import { type FreshDb, freshDb } from './db'

export type Site = FreshDb & {
  app: App
  deps: Deps
  /** A browser nobody has used. */
  client(): Client
  /** Sets the clock every route and command is told. */
  setNow(at: Date): void
}

const env: Deps['env'] = {
  isProduction: false,
  port: 0,
  host: undefined,
  dataDir: '',
  databaseUrl: null,
  sessionSecret,
  jwtSecret: 'jwt-secret-of-the-tests-0123456789abcdef',
  demo: false,
  logLevel: 'silent',
  publicUrl: 'http://shop.test',
  kotsms: null,
  line: null,
  liff: null,
  google: null,
  trustProxy: false,
}

/** The whole product over a database of its own (or a given one: two sites on one database are two processes). */
export async function openSite(database?: FreshDb): Promise<Site> {
  const own = database ?? (await freshDb())
  const live = await startLive(own.pool, () => {})
  let now: Date | null = null
  const deps: Deps = {
    db: own.db,
    pool: own.pool,
    live,
    env,
    log: pino({ level: env.logLevel }),
    // The demo bank is spoken to over HTTP; here the wire leads straight back into this app.
    gateways: gatewaysOf(env, (input, init) => Promise.resolve(app.request(input as string, init))),
    identities: identitiesOf(env),
    codes: codesOf({ ...env, demo: true }, pino({ level: env.logLevel })),
    asset: (name) => `/static/${name}`,
    files: { asset: (name) => `/static/${name}`, find: () => undefined },
    obstacle: async () => null,
    now: () => now ?? new Date(),
  }
  const app = createApp(deps)
  const setNow = (at: Date) => {
    now = at
  }
  const close = async () => {
    await live.close()
    await own.close()
  }
  return { ...own, app, deps, client: () => new Client(app), setNow, close }
}

/** The same for one test: closed when it ends. */
export async function siteForTest(): Promise<Site> {
  const site = await openSite()
  onTestFinished(site.close)
  return site
}
