import { beforeAll, beforeEach, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import { codeOn, otherThan } from '../../support/codes'
import { openSite, type Site } from '../../support/site'
import { noon } from '../../support/world'

let site: Site
let people = 0
const url = paths.signUp.href({})
const later = (seconds: number) => site.setNow(new Date(noon.getTime() + seconds * 1000))

beforeAll(async () => {
  site = await openSite()
})
beforeEach(async () => {
  later(0)
  await site.db.deleteFrom('rateLimit').execute()
})

async function asked(client = site.client(), phone = `09${30_000_000 + ++people}`) {
  const login = `code-${++people}`
  const answer = await client.post(url, { name: '阿寶', phone, login, password: 'two teaspoons' })
  const page = answer.location ?? ''
  return { client, page, login, phone, status: answer.status, code: page ? codeOn((await client.get(page)).text) : '' }
}
const isOpen = async (login: string) =>
  (await site.db.selectFrom('account').select('id').where('username', '=', login).executeTakeFirst()) !== undefined
const next = (page: string) => `${page}/resending`

test('R32: five wrong tries burn a code; the right one comes too late', async () => {
  const { client, page, code, login } = await asked()
  for (const left of [4, 3, 2, 1]) {
    const answer = await client.post(page, { code: otherThan(code) })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`還能試 ${left} 次`)
  }
  expect((await client.post(page, { code: otherThan(code) })).text).toContain('這組不能用了')
  expect((await client.post(page, { code })).text).toContain('這組不能用了')
  expect(await isOpen(login)).toBe(false)
})

test('R32: guesses that come all at once are counted one by one', async () => {
  const { client, page, code } = await asked()
  const answers = await Promise.all(Array.from({ length: 12 }, () => client.post(page, { code: otherThan(code) })))
  expect(answers.filter(({ text }) => text.includes('還能試'))).toHaveLength(4)
})

test('R32: a replayed code is refused', async () => {
  const { client, page, code } = await asked()
  expect((await client.post(page, { code })).status).toBe(303)
  expect((await client.post(page, { code })).status).toBe(404)
  expect((await client.get(page)).status).toBe(404)
})

test('R32: a code is worth nothing in another browser', async () => {
  const { page, code, login } = await asked()
  const stranger = site.client()
  expect([(await stranger.get(page)).status, (await stranger.post(page, { code })).status]).toEqual([404, 404])
  expect((await stranger.post(next(page))).status).toBe(404)
  expect(await isOpen(login)).toBe(false)
})

test('R32: after ten minutes a code has run out, and another can be had', async () => {
  const { client, page, code, login } = await asked()
  later(600)
  expect((await client.post(page, { code })).text).toContain('這組不能用了')
  const again = (await client.post(next(page))).location!
  expect((await client.post(again, { code: codeOn((await client.get(again)).text) })).status).toBe(303)
  expect(await isOpen(login)).toBe(true)
})

test('R32: another code waits for a minute, and then only the newest counts', async () => {
  const { client, page, code } = await asked()
  later(20)
  const early = await client.post(next(page))
  expect([early.status, early.text.includes('還要等 40 秒')]).toEqual([422, true])
  later(60)
  const again = (await client.post(next(page))).location!
  expect(again).not.toBe(page)
  expect((await client.post(page, { code })).status).toBe(404)
  expect((await client.post(again, { code: codeOn((await client.get(again)).text) })).status).toBe(303)
})

test('R32: one phone gets five codes an hour, whoever asks', async () => {
  const { phone } = await asked()
  for (let n = 2; n <= 5; n++) expect((await asked(site.client(), phone)).status).toBe(303)
  expect((await asked(site.client(), phone)).status).toBe(429)
  expect((await asked()).status).toBe(303)
  later(3_600)
  expect((await asked(site.client(), phone)).status).toBe(303)
})

test('R32: the sixth code by way of "send another" is refused too', async () => {
  const { client, page } = await asked()
  let at = page
  for (let n = 1; n <= 4; n++) {
    later(60 * n)
    at = (await client.post(next(at))).location!
  }
  later(300)
  expect((await client.post(next(at))).status).toBe(422)
})

test('R32: one address tries no more than sixty codes in a quarter of an hour', async () => {
  const tries = async (client: Client, page: string) => (await client.post(page, { code: '000000' })).status
  const all: number[] = []
  for (let n = 0; n < 13; n++) {
    const { client, page } = await asked()
    for (let i = 0; i < 5; i++) all.push(await tries(client, page))
  }
  expect(all.slice(0, 60)).not.toContain(429)
  expect(all.slice(60)).toEqual([429, 429, 429, 429, 429])
})

test('what is no code is told without a try', async () => {
  const { client, page, code } = await asked()
  for (const typed of ['', '12345', 'abcdef']) {
    const answer = await client.post(page, { code: typed })
    expect([answer.status, answer.text.includes('請輸入 6 個數字')]).toEqual([422, true])
  }
  expect((await client.post(page, { code: `${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(303)
})

test('R32: the table keeps no code, only what one can be checked against', async () => {
  const { code } = await asked()
  const rows = await site.db.selectFrom('verificationCode').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(`"${code}"`)
  expect(new Set(rows.map(({ codeHash }) => codeHash.length))).toEqual(new Set([64]))
})
