import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import { openSite, type Site } from '../../support/site'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

const credentials = { login: 'nobody', password: 'a long password' }
const tokenOf = (html: string) => /name="csrf" value="([^"]+)"/.exec(html)?.[1]

test('every posting form of a page carries the token of the browser it was given to', async () => {
  const { text } = await site.client().get(paths.signIn.href({}))
  const forms = text.match(/<form\b[^>]*method="post"[^>]*>/g) ?? []
  expect(forms.length).toBeGreaterThan(0)
  expect(text.match(/name="csrf"/g)).toHaveLength(forms.length)
})

test('a form without a token, with a made-up one or with another browser’s is refused', async () => {
  const mine = site.client()
  await mine.get(paths.signIn.href({}))
  const theirs = tokenOf((await site.client().get(paths.signIn.href({}))).text)
  for (const token of [null, 'made-up', theirs]) {
    mine.formToken = null
    const answer = await mine.post(paths.signIn.href({}), { ...credentials, ...(token ? { csrf: token } : {}) })
    expect(answer.status).toBe(403)
  }
  mine.formToken = undefined
  expect((await mine.post(paths.signIn.href({}), credentials)).status).toBe(422)
})

test('a form that comes from another site is refused, token or not', async () => {
  const client = site.client()
  await client.get(paths.signIn.href({}))
  expect((await client.post(paths.signIn.href({}), credentials, { Origin: 'http://evil.test' })).status).toBe(403)
})
