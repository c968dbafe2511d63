import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { C } from './context'

export const daySeconds = 86_400
const isSecure = (c: C) => c.var.deps.env.isProduction

/** Cookies are host-only and unreadable to scripts; in production also secure, under the __Host- prefix. */
const nameOf = (c: C, name: string) => (isSecure(c) ? `__Host-${name}` : name)
const options = (c: C, maxAge: number) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c), maxAge }) as const

export const readCookie = (c: C, name: string): string | undefined => getCookie(c, nameOf(c, name))

export const giveCookie = (c: C, name: string, value: string, seconds: number): void =>
  setCookie(c, nameOf(c, name), value, options(c, seconds))

export const takeCookie = (c: C, name: string): void => void deleteCookie(c, nameOf(c, name), options(c, 0))

/** The language is no secret: the same name everywhere. */
export const setLanguageCookie = (c: C, lang: string): void => setCookie(c, 'lang', lang, options(c, 365 * daySeconds))
