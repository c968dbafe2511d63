import type { Context, Hono } from 'hono'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Db } from '../../db/connect'
import type { Place } from '../../domain/brands/queries'
import type { Gateways } from '../../domain/payments/gateway'
import type { Identities } from '../../domain/people/identities/provider'
import type { Codes } from '../../domain/people/sms/sender'
import type { Actor, Ctx, Lang } from '../../domain/shared/ctx'
import type { Live } from '../../domain/shared/live'
import type { Env } from '../../env'
import type { T } from '../../views/ui/words'
import type { StaticFiles } from './static'

/** What the roof hands to every route. `now` is the only clock. */
export type Deps = {
  db: Db
  pool: Pool
  live: Live
  env: Env
  log: Logger
  gateways: Gateways
  codes: Codes
  identities: Identities
  asset: (name: string) => string
  /** What the build made for browsers. */
  files: StaticFiles
  /** Why this process should get no requests now (stopping, database away, not migrated); null when it should. */
  obstacle: () => Promise<string | null>
  now: () => Date
}

export type Vars = {
  deps: Deps
  requestId: string
  actor: Actor
  /** Cookie to set when the actor is a guest seen for the first time. */
  lang: Lang
  t: T
  /** What this page can be read in. */
  languages: readonly Lang[]
  /** The store this URL is about, resolved by `need` from :brand and :store. */
  place: Place
}

export type AppEnv = { Variables: Vars }
export type App = Hono<AppEnv>
export type C = Context<AppEnv>

/** What a command is told about this request; `place` by default the URL's store. */
export function ctxOf(c: C, place: { brandId: string; storeId: string } = c.var.place): Ctx {
  const { deps, actor, lang, requestId } = c.var
  return { now: deps.now(), actor, brandId: place.brandId, storeId: place.storeId, lang, requestId }
}

/** Whether htmx asks for the panel alone. */
export const wantsFragment = (c: C): boolean => c.req.header('HX-Request-Type') === 'partial'
