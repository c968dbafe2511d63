import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context'

type Body = Uint8Array<ArrayBuffer>
type StaticFile = { type: string; body: Body; br?: Body; gzip?: Body }

/** What the build made for browsers, in memory: a few hundred kilobytes. */
export type StaticFiles = {
  /** The URL of a built file by its plain name ('app.css'). Throws for a name that the build did not make. */
  asset(name: string): string
  find(path: string): StaticFile | undefined
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json',
}
const forever = 'public, max-age=31536000, immutable'

/** Reads `dist` as `npm run build` left it. */
export async function loadStatic(dist: string): Promise<StaticFiles> {
  const manifest = await readManifest(dist)
  const directory = join(dist, 'static')
  const present = new Set(await readdir(directory))
  const read = async (name: string) => new Uint8Array(await readFile(join(directory, name)))
  const load = async (name: string): Promise<[string, StaticFile]> => {
    const file: StaticFile = { type: types[extname(name)] ?? 'application/octet-stream', body: await read(name) }
    if (present.has(`${name}.br`)) file.br = await read(`${name}.br`)
    if (present.has(`${name}.gz`)) file.gzip = await read(`${name}.gz`)
    return [`/static/${name}`, file]
  }
  // Also what the build before left: pages that are still open ask for it.
  const names = [...present].filter((name) => !/\.(br|gz|\d+)$/.test(name))
  const files = new Map(await Promise.all(names.map(load)))
  return {
    find: (path) => files.get(path),
    asset(name) {
      const hashed = manifest[name]
      if (!hashed) throw new Error(`the build made no ${name}`)
      return `/static/${hashed}`
    },
  }
}

async function readManifest(dist: string): Promise<Record<string, string>> {
  const path = join(dist, 'manifest.json')
  if (!(await stat(path).catch(() => null))) throw new Error(`${path} is missing: run npm run build`)
  return JSON.parse(await readFile(path, 'utf8'))
}

/** Serves built files: their names change with their content, so browsers keep them for good. */
export const staticFiles = createMiddleware<AppEnv>(async (c, next) => {
  if (!c.req.path.startsWith('/static/')) return next()
  const file = c.var.deps.files.find(c.req.path)
  if (!file || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return c.text('not found', 404)
  const accepted = c.req.header('Accept-Encoding') ?? ''
  const encoding =
    file.br && accepted.includes('br') ? 'br' : file.gzip && accepted.includes('gzip') ? 'gzip' : undefined
  const body = encoding ? file[encoding]! : file.body
  c.header('Content-Type', file.type)
  c.header('Content-Length', String(body.byteLength))
  c.header('Cache-Control', forever)
  c.header('X-Content-Type-Options', 'nosniff')
  if (file.br || file.gzip) c.header('Vary', 'Accept-Encoding')
  if (encoding) c.header('Content-Encoding', encoding)
  return c.req.method === 'HEAD' ? c.body(null) : c.body(body)
})
