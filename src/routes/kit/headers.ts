import type { C } from './context'

/** What a caller names a creating call by, so that it can be repeated safely (R6). */
export const idempotencyKey = (c: C): string | undefined => c.req.header('Idempotency-Key')

/** The token of `Authorization: Bearer …`; empty when the header says something else, undefined when there is none. */
export function bearerToken(c: C): string | undefined {
  const header = c.req.header('Authorization')
  return header === undefined ? undefined : (/^Bearer (\S+)$/i.exec(header)?.[1] ?? '')
}

/** Whether the browser holds this version already, so that 304 is answer enough. */
export const hasCopy = (c: C, etag: string): boolean => c.req.header('If-None-Match') === etag

/** Whether htmx will put the answer into the element with this id. */
export const aimsAt = (c: C, id: string): boolean => c.req.header('HX-Target')?.endsWith(`#${id}`) ?? false
