import { beforeAll, beforeEach, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import { codeOn, otherThan } from '../../support/codes'
import { aPerson } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { noon } from '../../support/world'

let site: Site
let count = 0
const password = '牛肉麵加蛋123'
const url = paths.account.href({})

beforeAll(async () => {
  site = await openSite()
})
beforeEach(async () => {
  site.setNow(noon)
  await site.db.deleteFrom('rateLimit').execute()
})

const signIn = (username: string, secret = password, client = site.client(), headers = {}) =>
  client.post(paths.signIn.href({}), { login: username, password: secret }, headers)

async function somebody(more: { phone?: string; email?: string } = {}) {
  const username = `me-${++count}`
  const id = await aPerson(site, { username, name: '林佩雯', password, ...(more.email && { email: more.email }) })
  if (more.phone)
    await site.db
      .updateTable('account')
      .set({ phone: more.phone, phoneVerifiedAt: noon })
      .where('id', '=', id)
      .execute()
  const client = site.client()
  expect((await signIn(username, password, client)).status).toBe(303)
  return { id, username, client }
}
const row = (id: string) => site.db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const isIn = async (client: Client) => (await client.get(url)).status === 200

test('a guest is led to the door and back', async () => {
  const answer = await site.client().get(url)
  expect([answer.status, answer.location]).toEqual([303, paths.signIn.href({}, { back: url })])
})

test('the page shows the person, in both languages', async () => {
  const { client } = await somebody({ phone: '+886912345678', email: 'pei@mail.tw' })
  const { text } = await client.get(url)
  for (const words of ['林佩雯', '0912 345 678', 'pei@mail.tw', '驗證過', '就是這台']) expect(text).toContain(words)
  client.lang = 'en'
  expect((await client.get(url)).text).toContain('Delete my account')
})

test('name, birthday and gender are changed one by one; a panel gives the page back as it is now', async () => {
  const { id, client } = await somebody()
  expect((await client.get(`${url}?edit=name`)).text).toContain('autocomplete="name"')
  expect((await client.panel(paths.accountProfile.href({}), { name: ' 佩雯 ' })).text).toContain('佩雯')
  await client.post(paths.accountProfile.href({}), { birthDate: '1990-04-12' })
  await client.post(paths.accountProfile.href({}), { gender: 'female' })
  expect(await row(id)).toMatchObject({ name: '佩雯', birthDate: '1990-04-12', gender: 'female' })
  await client.post(paths.accountProfile.href({}), { birthDate: '' })
  await client.post(paths.accountProfile.href({}), { gender: '' })
  expect(await row(id)).toMatchObject({ birthDate: null, gender: null })
})

test.each([
  [{ name: ' ' }, '請告訴我們怎麼稱呼你'],
  [{ name: '長'.repeat(81) }, '名字太長了'],
  [{ birthDate: '2026-02-30' }, '不像生日'],
  [{ birthDate: '2099-01-01' }, '不像生日'],
  [{ birthDate: 'spring' }, '不像生日'],
])('%o is told in its line', async (form, words) => {
  const { client } = await somebody()
  const answer = await client.panel(paths.accountProfile.href({}), form)
  expect([answer.status, answer.text.includes(words)]).toEqual([422, true])
})

test('language and notices are kept, and the page speaks the language from now on', async () => {
  const { id, client } = await somebody()
  await client.post(paths.accountPreferences.href({}), { lang: 'en', news: '1' })
  expect(await row(id)).toMatchObject({ lang: 'en', notices: { ready: false, news: true } })
  expect((await client.get(url)).text).toContain('My account')
})

test('an email belongs to one person, and the last way in cannot be taken away', async () => {
  await somebody({ email: 'mine@mail.tw' })
  const { id, client } = await somebody()
  const send = (email: string) => client.post(paths.accountEmail.href({}), { email })
  expect((await send('mine@mail.tw')).text).toContain('已經有人用了')
  expect((await send('half@')).status).toBe(422)
  expect((await send('New@Mail.tw')).status).toBe(303)
  expect((await row(id)).email).toBe('new@mail.tw')
  await site.db.updateTable('account').set({ username: null }).where('id', '=', id).execute()
  expect((await send('')).text).toContain('登不進來')
})

test('the first address is used first, another takes over when asked, and one of another person is not there', async () => {
  const { id, client } = await somebody()
  const add = (label: string, address: string, isDefault?: string) =>
    client.post(paths.accountAddresses.href({}), { label, address, isDefault })
  await add('家', '金山南路二段 12 巷 5 號')
  await add('公司', '羅斯福路一段 4 號 11 樓')
  const book = () =>
    site.db.selectFrom('accountAddress').selectAll().where('accountId', '=', id).orderBy('id').execute()
  expect((await book()).map(({ label, isDefault }) => [label, isDefault])).toEqual([
    ['家', true],
    ['公司', false],
  ])
  const [home, office] = (await book()).map((one) => one.id) as [string, string]
  await client.post(paths.accountAddress.href({ id: office }), { label: '公司', address: '四樓', isDefault: '1' })
  expect((await book()).map(({ isDefault }) => isDefault)).toEqual([false, true])
  const stranger = await somebody()
  const theirs = { label: '', address: 'here' }
  expect((await stranger.client.post(paths.accountAddress.href({ id: home }), theirs)).status).toBe(404)
  expect((await stranger.client.post(paths.accountAddressRemoval.href({ id: home }))).status).toBe(404)
  await client.post(paths.accountAddressRemoval.href({ id: office }))
  expect(await book()).toMatchObject([{ id: home, isDefault: true }])
  expect((await add('', '')).text).toContain('請寫地址')
})

test('R32: whoever changes the password knows the old one, and a stolen cookie dies', async () => {
  const { username, client } = await somebody()
  const thief = site.client()
  thief.cookies.set('session', client.cookies.get('session')!)
  const change = (proof: string, fresh: string) =>
    client.post(paths.accountPassword.href({}), { proof, password: fresh })
  expect((await change('a guess', 'a new password')).text).toContain('密碼不對')
  expect((await change(password, 'short')).text).toContain('密碼要 8 個字以上')
  expect(await isIn(thief)).toBe(true)
  expect((await change(password, 'a new password')).status).toBe(303)
  expect([await isIn(client), await isIn(thief)]).toEqual([true, false])
  expect((await signIn(username)).status).toBe(422)
  expect((await signIn(username, 'a new password')).status).toBe(303)
})

test('R32: guessing the old password at an open page is refused after ten tries', async () => {
  const { client } = await somebody()
  const tried = (proof: string) => client.post(paths.accountPassword.href({}), { proof, password: 'a new password' })
  for (let n = 0; n < 10; n++) expect((await tried('a guess')).status).toBe(422)
  expect((await tried(password)).status).toBe(429)
})

test('R32: a new phone is proven by a code, and asks the password first', async () => {
  const { id, username, client } = await somebody({ phone: '+886912345001' })
  const ask = (phone: string, proof: string) => client.post(paths.accountPhone.href({}), { phone, proof })
  expect((await ask('0912 345 002', 'a guess')).text).toContain('密碼不對')
  const page = (await ask('0912 345 002', password)).location!
  const code = codeOn((await client.get(page)).text)
  expect((await client.post(page, { code: otherThan(code) })).text).toContain('還能試 4 次')
  expect((await row(id)).phone).toBe('+886912345001')
  const stranger = await somebody()
  expect((await stranger.client.post(page, { code })).status).toBe(404)
  expect((await client.post(page, { code })).location).toBe(`${url}#door`)
  expect(await row(id)).toMatchObject({ phone: '+886912345002', phoneVerifiedAt: noon })
  expect((await signIn('0912345002')).status).toBe(303)
  expect((await signIn('0912345001')).status).toBe(422)
  expect((await signIn(username)).status).toBe(303)
})

test("R32: a phone that another account has proven stays with it, and only the phone's holder learns of it", async () => {
  const phone = '+886912345010'
  const owner = await somebody({ phone })
  const { client } = await somebody()
  const page = (await client.post(paths.accountPhone.href({}), { phone: '0912345010', proof: password })).location!
  const shown = (await client.get(page)).text
  expect(shown).not.toContain('別的帳號')
  expect((await client.post(page, { code: codeOn(shown) })).text).toContain('別的帳號')
  expect((await row(owner.id)).phone).toBe(phone)
})

test('devices are named, seen, and signed out one by one or all others at once', async () => {
  const { username, client } = await somebody()
  const phone = site.client()
  const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1'
  await signIn(username, password, phone, { 'User-Agent': iphone })
  const laptop = site.client()
  await signIn(username, password, laptop, { 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/150.0 Safari/537.36' })
  const { text } = await client.get(url)
  for (const words of ['iPhone，Safari', 'Windows，Chrome', '其他 2 台裝置登出']) expect(text).toContain(words)
  const one = text.match(/action="(\/account\/sessions\/[0-9a-f]{64})"/)![1]!
  expect((await (await somebody()).client.post(one)).status).toBe(404)
  await client.post(one)
  expect([await isIn(phone), await isIn(laptop)].filter(Boolean)).toHaveLength(1)
  await client.post(paths.accountSessions.href({}))
  expect([await isIn(client), await isIn(phone), await isIn(laptop)]).toEqual([true, false, false])
})

test('a session says when it was last used, to ten minutes', async () => {
  const { id, client } = await somebody()
  const seen = async () =>
    (await site.db.selectFrom('session').select('lastSeenAt').where('accountId', '=', id).executeTakeFirstOrThrow())
      .lastSeenAt
  site.setNow(new Date(noon.getTime() + 5 * 60_000))
  await client.get(url)
  expect(await seen()).toEqual(noon)
  const later = new Date(noon.getTime() + 20 * 60_000)
  site.setNow(later)
  await client.get(url)
  expect(await seen()).toEqual(later)
})
