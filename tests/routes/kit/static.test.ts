import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compress } from '../../../src/routes/kit/compress'
import type { AppEnv, Deps } from '../../../src/routes/kit/context'
import { loadStatic, staticFiles } from '../../../src/routes/kit/static'

const css = 'body { color: red }\n'.repeat(200)
const page = '<p>A page long enough to be worth it.</p>'.repeat(100)
let dist: string
let app: Hono<AppEnv>

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'comanda-dist-'))
  const at = (name: string) => join(dist, 'static', name)
  await mkdir(join(dist, 'static'))
  await writeFile(join(dist, 'manifest.json'), JSON.stringify({ 'app.css': 'app-1.css', 'icon.png': 'icon-1.png' }))
  await writeFile(at('app-1.css'), css)
  await writeFile(at('app-1.css.br'), brotliCompressSync(css))
  await writeFile(at('app-1.css.gz'), gzipSync(css))
  await writeFile(at('app-0.css'), 'of the build before')
  await writeFile(at('icon-1.png'), 'png')
  const files = await loadStatic(dist)
  app = new Hono<AppEnv>()
  app.use((c, next) => {
    c.set('deps', { files } as Deps)
    return next()
  })
  app.use(staticFiles, compress)
  app.get('/page', (c) => c.html(page))
  app.get('/short', (c) => c.json({ ok: true }))
  app.get('/stream', (c) => c.body(page, 200, { 'Content-Type': 'text/event-stream' }))
})
afterAll(() => rm(dist, { recursive: true }))

const get = (path: string, accept = '') => app.request(path, { headers: { 'Accept-Encoding': accept } })
const bytes = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

test('a built file is kept by browsers for good', async () => {
  const answer = await get('/static/app-1.css')

  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('Content-Type')).toBe('text/css; charset=utf-8')
  expect(await answer.text()).toBe(css)
})

test('it goes out as the browser reads it best, compressed at build time', async () => {
  const [br, gzip] = [await get('/static/app-1.css', 'gzip, br'), await get('/static/app-1.css', 'gzip')]

  expect([br.headers.get('Content-Encoding'), gzip.headers.get('Content-Encoding')]).toEqual(['br', 'gzip'])
  expect(brotliDecompressSync(await bytes(br)).toString()).toBe(css)
  expect(gunzipSync(await bytes(gzip)).toString()).toBe(css)
})

test('files of the build before are still there for pages still open', async () => {
  expect((await get('/static/app-0.css')).status).toBe(200)
})

test.each([
  '/static/none.css',
  '/static/',
  '/static/../manifest.json',
  '/static/app-1.css.br',
  '/static/%2e%2e/manifest.json',
])('%s gives nothing away', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test('asking for the URL of a file that the build did not make is a fault, not a broken link', async () => {
  const files = await loadStatic(dist)
  expect(files.asset('app.css')).toBe('/static/app-1.css')
  expect(() => files.asset('app.js')).toThrow('the build made no app.js')
})

test('a build that is missing is told', async () => {
  await expect(loadStatic(join(dist, 'none'))).rejects.toThrow('run npm run build')
})

test('a page is compressed for browsers that say they read it', async () => {
  const br = await get('/page', 'gzip, br')
  expect([br.headers.get('Content-Encoding'), br.headers.get('Vary')]).toEqual(['br', 'Accept-Encoding'])
  expect(brotliDecompressSync(await bytes(br)).toString()).toBe(page)

  const gzip = await get('/page', 'gzip')
  expect(gunzipSync(await bytes(gzip)).toString()).toBe(page)
  expect((await get('/page')).headers.get('Content-Encoding')).toBeNull()
})

test('short answers and streams pass as they are', async () => {
  const short = await get('/short', 'br')
  expect(await short.json()).toEqual({ ok: true })
  const stream = await get('/stream', 'br')
  expect(stream.headers.get('Content-Encoding')).toBeNull()
  expect(await stream.text()).toBe(page)
})
