import { beforeAll, beforeEach, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import { codeOn, otherThan } from '../../support/codes'
import { drain } from '../../support/outbox'
import { aPerson } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { noon } from '../../support/world'

let site: Site
const url = paths.reset.href({})
const old = 'the old password'
const fresh = 'the new password'
const phone = '+886912000111'

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  const id = await aPerson(site, { username: 'peiwen', password: old })
  await site.db.updateTable('account').set({ phone, phoneVerifiedAt: noon }).where('id', '=', id).execute()
})
beforeEach(async () => {
  await site.db.deleteFrom('rateLimit').execute()
})

const signIn = (password: string, client = site.client()) =>
  client.post(paths.signIn.href({}), { login: 'peiwen', password })

async function asked(typed = '0912 000 111', client: Client = site.client()) {
  const page = (await client.post(url, { phone: typed })).location!
  return { client, page, text: (await client.get(page)).text }
}

test('R32: known and unknown phones are told apart by nothing: same pages, same answers', async () => {
  const tried = async (typed: string) => {
    const { client, page, text } = await asked(typed)
    const code = codeOn(text)
    const wrong = await client.post(page, { code: otherThan(code), password: fresh })
    const plain = (html: string) =>
      html.replace(/09\d\d \d{3} \d{3}|\d{3} \d{3}|[0-9a-f-]{36}|name="csrf" value="[^"]+"/g, '#')
    return [plain(text), wrong.status, plain(wrong.text)]
  }
  expect(await tried('0912000111')).toEqual(await tried('0912000999'))
})

test('R32: no message leaves for a phone without an account, though the code page looks the same', async () => {
  await asked('0912 000 888')
  await asked('0912 000 111')
  await drain(site.deps)
  const sent = await site.db.selectFrom('smsMessage').select('phone').execute()
  expect([...new Set(sent.map((row) => row.phone))]).toEqual([phone])
})

test('R32: even the right code of a phone without an account opens nothing', async () => {
  const { client, page, text } = await asked('0912 000 777')
  const answer = await client.post(page, { code: codeOn(text), password: fresh })
  expect([answer.status, answer.text.includes('還能試 4 次')]).toEqual([422, true])
})

test('a short new password is told in its place and costs no try', async () => {
  const { client, page, text } = await asked()
  const answer = await client.post(page, { code: codeOn(text), password: 'short' })
  expect([answer.status, answer.text.includes('密碼要 8 個字以上')]).toEqual([422, true])
  expect((await client.post(page, { code: otherThan(codeOn(text)), password: fresh })).text).toContain('還能試 4 次')
})

test('R32: the new password opens the door, the old one does not, and a stolen cookie dies', async () => {
  const thief = site.client()
  expect((await signIn(old, thief)).status).toBe(303)
  expect((await thief.get(paths.account.href({}))).status).toBe(200)
  const { client, page, text } = await asked()
  const answer = await client.post(page, { code: codeOn(text), password: fresh })
  expect([answer.status, answer.location]).toEqual([303, '/'])
  expect((await client.get(paths.account.href({}))).status).toBe(200)
  expect((await thief.get(paths.account.href({}))).status).toBe(303)
  expect([(await signIn(old)).status, (await signIn(fresh)).status]).toEqual([422, 303])
  expect((await client.post(page, { code: codeOn(text), password: old })).status).toBe(404)
})

test('what is no phone is told', async () => {
  for (const typed of ['', 'peiwen', '02 2345 6789']) {
    const answer = await site.client().post(url, { phone: typed })
    expect([answer.status, answer.text.includes('收不到簡訊')]).toEqual([422, true])
  }
})

test('a way back through the door comes along', async () => {
  const client = site.client()
  const page = (await client.post(url, { phone: '0912000111', back: '/orders' })).location!
  expect(page).toContain('back=%2Forders')
  const answer = await client.post(page.split('?')[0]!, {
    code: codeOn((await client.get(page)).text),
    password: old,
    back: '/orders',
  })
  expect(answer.location).toBe('/orders')
})
