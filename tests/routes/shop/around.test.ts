import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import { openSite, type Site } from '../../support/site'
import { aNoodleShop, menuUrl, textOf } from './a-noodle-shop'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

test('the landing page lists who cooks, where, and whether they are open', async () => {
  const open = await aNoodleShop(site)
  const closed = await aNoodleShop(site, { store: { pausedUntil: new Date('2026-11-20T05:00:00Z') } })
  const page = await site.client().get(paths.home.href({}))
  const lineOf = (url: string) => textOf(page.text.split(`href="${url}"`)[1]?.split('</li>')[0] ?? '')
  expect(lineOf(menuUrl(open))).toContain('永康店 永康街 31 巷 8 號 24 小時營業')
  expect(lineOf(menuUrl(closed))).toContain('暫停接單，13:00 再開')
})

test('a brand has a page of its own; one that is not there is 404', async () => {
  const shop = await aNoodleShop(site)
  const page = await site.client().get(paths.brand.href({ brand: shop.brandSlug }))
  expect(textOf(page.text)).toMatch(/小滿麵館 1 家店.*哪一家店 永康店/)
  expect((await site.client().get('/nobody-here')).status).toBe(404)
})

test('a brand’s colour is a stylesheet that browsers keep, and nothing but a colour gets into it', async () => {
  const green = await aNoodleShop(site, {
    brand: { accent: JSON.stringify({ brand: 'oklch(52% 0.105 158)', ink: 'red}body{display:none' }) },
  })
  const page = (await site.client().get(menuUrl(green))).text
  const href = /href="(\/accents\/[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  const css = await site.client().get(href!)
  expect(css.text).toBe(':root{--brand:oklch(52% 0.105 158)}')
  expect(css.headers.get('Content-Type')).toContain('text/css')
  expect(css.headers.get('Cache-Control')).toContain('immutable')
  expect((await site.client().get('/accents/-')).text).toContain(
    `.accent[data-brand="${green.brandSlug}"]{--brand:oklch(52% 0.105 158)}`,
  )
  expect((await site.client().get('/accents/nobody')).status).toBe(404)
  const plain = await aNoodleShop(site)
  expect((await site.client().get(menuUrl(plain))).text).not.toContain('/accents/')
})

test('another language stays on the same page and is remembered', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  const href = /href="(\/language\/en[^"]*)"/.exec((await guest.get(menuUrl(shop))).text)?.[1]?.replaceAll('&amp;', '&')
  const changed = await guest.get(href!)
  expect([changed.status, changed.location]).toEqual([303, menuUrl(shop)])
  expect((await guest.get(menuUrl(shop))).text).toContain('<html lang="en"')
})

test.each(['https://evil.test/', '//evil.test', '/\\evil.test', 'javascript:alert(1)'])(
  'a way back to %s leads home instead',
  async (back) => {
    const answer = await site.client().get(paths.language.href({ lang: 'en' }, { back }))
    expect([answer.status, answer.location]).toEqual([303, '/'])
  },
)

test('a language nobody speaks here is 404', async () => {
  expect((await site.client().get('/language/tlh')).status).toBe(404)
})
