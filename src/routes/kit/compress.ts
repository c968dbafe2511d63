import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
/** Quality 4 gives most of the gain for a millisecond; 11 is for what is compressed once, at build time. */
const options = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}
const smallest = 1_000
const text = /^(text\/(?!event-stream)|application\/([\w.]+\+)?json|image\/svg)/

/** Compresses pages and JSON for browsers that say they read it. Streams and what is compressed already pass untouched. */
export const compress = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  const { headers, body, status } = c.res
  if (!body || status === 204 || status === 304 || c.req.method === 'HEAD') return
  if (headers.has('Content-Encoding') || !text.test(headers.get('Content-Type') ?? '')) return
  const accepted = c.req.header('Accept-Encoding') ?? ''
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null
  headers.append('Vary', 'Accept-Encoding')
  if (!encoding) return

  const plain = Buffer.from(await c.res.arrayBuffer())
  const isWorthIt = plain.byteLength >= smallest
  const packed = !isWorthIt ? plain : encoding === 'br' ? await brotli(plain, options) : await zip(plain)
  const answer = new Response(packed, { status, headers })
  answer.headers.set('Content-Length', String(packed.byteLength))
  if (isWorthIt) answer.headers.set('Content-Encoding', encoding)
  c.res = undefined
  c.res = answer
})
