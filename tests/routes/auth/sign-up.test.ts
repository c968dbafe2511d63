import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { limits } from '../../../src/domain/people/rate-limit'
import { paths } from '../../../src/views/paths'
import type { Form } from '../../support/client'
import { codeOn } from '../../support/codes'
import { anOrder } from '../../support/orders'
import { aPerson } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { aShop, guestCtx, noon } from '../../support/world'

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

let phones = 0
const aPhone = () => `09${String(10_000_000 + ++phones)}`
const wanted = (more: Form = {}): Form => ({ name: '阿寶', phone: aPhone(), login: `n-${++phones}`, password, ...more })

/** Fills in the form and comes to the page of the code. */
async function asked(form: Form, client = site.client()) {
  const answer = await client.post(url, form)
  expect(answer.status).toBe(303)
  const page = answer.location!
  return { client, page, code: codeOn((await client.get(page)).text) }
}

test('R32: an account is made once the phone is proven, not before; then one is signed in', async () => {
  const { client, page, code } = await asked(wanted({ login: 'New.Guest@Mail.tw', phone: '0912 345 678' }))
  expect(await account('email', 'new.guest@mail.tw')).toBeUndefined()
  const answer = await client.post(page, { code })
  expect([answer.status, answer.location]).toEqual([303, '/'])
  expect(await account('email', 'new.guest@mail.tw')).toMatchObject({
    username: null,
    name: '阿寶',
    phone: '+886912345678',
    phoneVerifiedAt: noon,
    lang: 'zh-Hant',
  })
  expect((await client.get(paths.signIn.href({}))).status).toBe(303)
})

test.each(['new.guest@mail.tw', '0912345678', '+886 912-345-678'])('%s opens the door afterwards', async (login) => {
  expect((await site.client().post(paths.signIn.href({}), { login, password })).status).toBe(303)
})

test('the password is kept as bcrypt, and nowhere as it was typed', async () => {
  const { client, page, code } = await asked(wanted({ login: 'hashed' }))
  const waiting = await site.db.selectFrom('verificationCode').select('payload').execute()
  await client.post(page, { code })
  expect((await account('username', 'hashed'))?.passwordHash).toMatch(/^\$2[aby]\$1\d\$/)
  expect(JSON.stringify(waiting)).not.toContain(password)
})

test('one comes back to where one was', async () => {
  const client = site.client()
  const first = await client.panel(url, wanted({ login: 'peiwen', back: '/x/y/cart' }))
  const page = first.headers.get('HX-Redirect')!
  const shown = (await client.get(page)).text
  expect(shown).toContain('name="back" value="/x/y/cart"')
  const answer = await client.panel(page, { code: codeOn(shown), back: '/x/y/cart' })
  expect([answer.status, answer.headers.get('HX-Redirect')]).toEqual([204, '/x/y/cart'])
})

test("a guest's recent orders follow into the new account, old ones of that browser and others' do not", async () => {
  const { client, page, code } = await asked(wanted({ login: 'follower' }))
  const visitor = createHash('sha256').update(client.cookies.get('visitor')!).digest('hex')
  const shop = await aShop(site.db)
  const order = async (who: string, days = 0) => {
    const { orderId: id } = await anOrder(site.db, shop, { by: guestCtx(shop, who, noon) })
    const createdAt = new Date(noon.getTime() - days * 86_400_000)
    await site.db.updateTable('orders').set({ createdAt }).where('id', '=', id).execute()
    return id
  }
  const [mine, old, other] = [await order(visitor), await order(visitor, 31), await order('x'.repeat(64))]
  await client.post(page, { code })
  const owner = (await account('username', 'follower'))!.id
  const rows = await site.db
    .selectFrom('orders')
    .select(['id', 'accountId'])
    .where('id', 'in', [mine, old, other])
    .execute()
  expect(Object.fromEntries(rows.map(({ id, accountId }) => [id, accountId]))).toEqual({
    [mine]: owner,
    [old]: null,
    [other]: null,
  })
  const known = await site.db.selectFrom('customer').select('id').where('accountId', '=', owner).execute()
  const whose = await site.db.selectFrom('orders').select('customerId').where('id', '=', mine).execute()
  expect(whose).toEqual(known.map(({ id }) => ({ customerId: id })))
})

test.each([
  ['a name somebody has', { login: 'Taken' }, '已經有人用了'],
  ['an address somebody has', { login: 'taken@mail.tw' }, '已經有人用了'],
  ['letters a username cannot have', { login: '小 滿' }, '帳號名稱要 2 到 40 個字'],
  ['half an address', { login: 'me@home' }, 'E-mail 少了一點什麼'],
  ['no login', { login: ' ' }, '請輸入 E-mail 或帳號名稱'],
  ['a login that reads as a phone', { login: '0912345678' }, '帳號名稱要 2 到 40 個字'],
  ['no name', { name: ' ' }, '請告訴我們怎麼稱呼你'],
  ['no phone', { phone: '' }, '收不到簡訊'],
  ['a phone without messages', { phone: '02 2345 6789' }, '收不到簡訊'],
  ['a short password', { password: '1234567' }, '密碼要 8 個字以上'],
  ['a password of more than 72 bytes', { password: '麵'.repeat(25) }, '密碼要 8 個字以上'],
  ['no password', { password: undefined }, '密碼要 8 個字以上'],
  ['words for a phone', { phone: 'call me' }, '收不到簡訊'],
  ['a name without end', { name: '長'.repeat(81) }, '名字太長了'],
])('%s is told in its place, and what was typed stays', async (_what, wrong, words) => {
  const form = { login: 'fresh-login', password: 'never shown 123', name: '阿寶', phone: '0911222333', ...wrong }
  const answer = await site.client().panel(url, form)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(words)
  expect(answer.text).toContain('aria-invalid="true"')
  for (const name of ['login', 'name', 'phone'] as const) expect(answer.text).toContain(`value="${form[name]}"`)
  expect(answer.text).not.toContain('never shown 123')
  expect(await account('username', 'fresh-login')).toBeUndefined()
})

test('words are in the reader’s language', async () => {
  const client = site.client()
  client.lang = 'en'
  const answer = await client.post(url, wanted({ login: 'taken' }))
  expect(answer.text).toContain('Somebody has that already')
})

test('a double tap opens one account', async () => {
  const { client, page, code } = await asked(wanted({ login: 'doubletap' }))
  const statuses = (await Promise.all([client.post(page, { code }), client.post(page, { code })])).map((a) => a.status)
  expect(statuses).toContain(303)
  expect(await site.db.selectFrom('account').select('id').where('username', '=', 'doubletap').execute()).toHaveLength(1)
})

test('two who want one name at once: the second is told, and nothing else of theirs is taken', async () => {
  const [one, two] = [await asked(wanted({ login: 'one-name' })), await asked(wanted({ login: 'one-name' }))]
  expect((await one.client.post(one.page, { code: one.code })).status).toBe(303)
  const answer = await two.client.post(two.page, { code: two.code })
  expect([answer.status, answer.text.includes('已經有人用了')]).toEqual([422, true])
})

test('R32: whether a phone has an account is told to whoever holds the phone, to nobody else', async () => {
  const phone = aPhone()
  const first = await asked(wanted({ phone }))
  await first.client.post(first.page, { code: first.code })
  const again = await asked(wanted({ phone, login: 'second-of-phone' }))
  expect((await again.client.get(again.page)).text).not.toContain('開過帳號')
  const answer = await again.client.post(again.page, { code: again.code })
  expect([answer.status, answer.text.includes('開過帳號')]).toEqual([422, true])
})

test('R32: a phone somebody merely wrote down gives way to its owner', async () => {
  const phone = aPhone()
  const squatter = await aPerson(site, { username: 'squatter' })
  await site.db
    .updateTable('account')
    .set({ phone: phone.replace(/^0/, '+886') })
    .where('id', '=', squatter)
    .execute()
  const { client, page, code } = await asked(wanted({ phone, login: 'owner' }))
  expect((await client.post(page, { code })).status).toBe(303)
  expect((await account('username', 'squatter'))?.phone).toBeNull()
})

test('R32: one address opens no more than twenty an hour', async () => {
  const own = await openSite()
  own.setNow(noon)
  await aPerson(own, { username: 'taken' })
  for (let n = 0; n < limits.signUpFrom.limit; n++) await own.client().post(url, wanted({ login: 'taken' }))
  const answer = await own.client().post(url, wanted({ login: 'bot-last' }))
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
})

test('where no codes can be sent, the form says so and opens nothing', async () => {
  const own = await openSite()
  own.deps.codes = { ...own.deps.codes, sender: null }
  expect((await own.client().get(url)).text).toContain('還沒開通簡訊')
  expect((await own.client().post(url, wanted())).status).toBe(422)
})
