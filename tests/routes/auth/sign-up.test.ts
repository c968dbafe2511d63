import { beforeAll, expect, test } from 'vitest'
import { limits } from '../../../src/domain/people/rate-limit'
import { paths } from '../../../src/views/paths'
import { aPerson } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { noon } from '../../support/world'

let site: Site
const url = paths.signUp.href({})
const password = 'two teaspoons'

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  await aPerson(site, { username: 'taken', email: 'taken@mail.tw' })
})

const account = (column: 'username' | 'email', value: string) =>
  site.db.selectFrom('account').selectAll().where(column, '=', value).executeTakeFirst()

test('an address and a password are enough, and one is signed in at once', async () => {
  const client = site.client()
  const answer = await client.post(url, { name: '', phone: '', login: 'New.Guest@Mail.tw', password })
  expect([answer.status, answer.location]).toEqual([303, '/'])
  expect(await account('email', 'new.guest@mail.tw')).toMatchObject({
    username: null,
    name: '',
    phone: null,
    lang: 'zh-Hant',
  })
  expect((await client.get(paths.signIn.href({}))).status).toBe(303)
  expect((await site.client().post(paths.signIn.href({}), { login: 'new.guest@mail.tw', password })).status).toBe(303)
})

test('the password is kept as bcrypt, and nowhere as it was typed', async () => {
  await site.client().post(url, { login: 'hashed', password })
  expect((await account('username', 'hashed'))?.passwordHash).toMatch(/^\$2[aby]\$1\d\$/)
})

test('one comes back to where one was, with name and phone kept', async () => {
  const form = { login: 'peiwen', password, name: ' 林小姐 ', phone: '0912 345 678', back: '/x/y/cart' }
  const answer = await site.client().panel(url, form)
  expect([answer.status, answer.headers.get('HX-Redirect')]).toEqual([204, '/x/y/cart'])
  expect(await account('username', 'peiwen')).toMatchObject({ name: '林小姐' })
  expect((await account('username', 'peiwen'))?.phone?.replace(/\D/g, '')).toBe('0912345678')
})

test.each([
  ['a name somebody has', { login: 'Taken' }, '已經有人用了'],
  ['an address somebody has', { login: 'taken@mail.tw' }, '已經有人用了'],
  ['letters a username cannot have', { login: '小 滿' }, '帳號名稱要 2 到 40 個字'],
  ['half an address', { login: 'me@home' }, 'E-mail 少了一點什麼'],
  ['no login', { login: ' ' }, '請輸入帳號或 E-mail'],
  ['a short password', { password: '1234567' }, '密碼要 8 個字以上'],
  ['a password of more than 72 bytes', { password: '麵'.repeat(25) }, '密碼要 8 個字以上'],
  ['no password', { password: undefined }, '密碼要 8 個字以上'],
  ['words for a phone', { phone: 'call me' }, '不像電話號碼'],
  ['a name without end', { name: '長'.repeat(81) }, '名字太長了'],
])('%s is told in its place, and what was typed stays', async (_what, wrong, words) => {
  const form = { login: 'fresh-login', password: 'never shown 123', name: '阿寶', phone: '0911222333', ...wrong }
  const answer = await site.client().panel(url, form)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(words)
  expect(answer.text).toContain('aria-invalid="true"')
  for (const name of ['login', 'name', 'phone'] as const) expect(answer.text).toContain(`value="${form[name]}"`.trim())
  expect(answer.text).not.toContain('never shown 123')
  expect(await account('username', 'fresh-login')).toBeUndefined()
})

test('words are in the reader’s language', async () => {
  const client = site.client()
  client.lang = 'en'
  const answer = await client.post(url, { login: 'taken', password })
  expect(answer.text).toContain('Somebody has that already')
})

test('a double tap opens one account', async () => {
  const tap = () => site.client().post(url, { login: 'doubletap', password })
  const statuses = (await Promise.all([tap(), tap()])).map(({ status }) => status).sort()
  expect(statuses).toEqual([303, 422])
})

test('R32: one address opens no more than twenty an hour', async () => {
  const own = await openSite()
  own.setNow(noon)
  for (let n = 0; n < limits.signUpFrom.limit; n++) await own.client().post(url, { login: 'taken', password })
  const answer = await own.client().post(url, { login: 'bot-last', password })
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
})
