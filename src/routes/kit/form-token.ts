import { createHmac } from 'node:crypto'
import type { C } from './context'

export const formTokenField = 'csrf'
const postForm = /<form\b[^>]*\bmethod="post"[^>]*>/g

const made = new WeakMap<C, { visitor: string; token: string }>()

/** A form's proof that this server gave it to this browser: the visitor cookie under the server's own key. Worked out once a request. */
export function formToken(c: C): string {
  const { actor, deps } = c.var
  const visitor = actor && actor.kind !== 'system' ? actor.visitor : ''
  const known = made.get(c)
  if (known?.visitor === visitor) return known.token
  const token = createHmac('sha256', deps.env.sessionSecret).update(`form:${visitor}`).digest('base64url')
  made.set(c, { visitor, token })
  return token
}

/** Puts the token into every posting form of a page or panel: none can be forgotten. */
export function withFormTokens(html: string, token: string): string {
  if (!html.includes('method="post"')) return html
  const input = `<input type="hidden" name="${formTokenField}" value="${token}"/>`
  return html.replace(postForm, (form) => form + input)
}
