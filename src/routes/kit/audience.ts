import { Hono } from 'hono'
import type { App, AppEnv } from './context'

/** A router for one audience's routes, typed with what the kit provides. */
export const router = (): App => new Hono<AppEnv>()
