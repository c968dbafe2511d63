import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import { anOrder } from '../../support/orders'
import { aPerson, staffAt } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { aShop, guestCtx, noon, type Shop } from '../../support/world'

let site: Site
let shop: Shop
let count = 0
const password = '牛肉麵加蛋123'
const url = paths.accountDeletion.href({})

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  shop = await aShop(site.db)
})

async function somebody(roles: Parameters<typeof aPerson>[1] = {}) {
  const username = `gone-${++count}`
  const phone = `+8869555000${10 + count}`
  const id = await aPerson(site, { username, email: `${username}@mail.tw`, name: '林佩雯', password, ...roles })
  await site.db.updateTable('account').set({ phone, phoneVerifiedAt: noon }).where('id', '=', id).execute()
  const client = site.client()
  await client.post(paths.signIn.href({}), { login: username, password })
  const actor = { kind: 'person' as const, accountId: id, name: '林佩雯', visitor: 'v', grants: [] }
  const order = (state: 'placed' | 'cancelled') =>
    anOrder(site.db, shop, {
      by: { ...guestCtx(shop), actor },
      state,
      input: { contactName: '林佩雯', contactPhone: '0912345678', note: '我住三樓' },
    })
  return { id, username, phone, client, order }
}
const row = (id: string) => site.db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

test('the person is removed, their orders stay without who it was, and their cookie is worth nothing', async () => {
  const { id, client, order } = await somebody()
  await client.post(paths.accountAddresses.href({}), { label: '家', address: '金山南路' })
  const { orderId } = await order('cancelled')
  const answer = await client.post(url, { proof: password, sure: '1' })
  expect([answer.status, answer.location]).toEqual([303, '/'])
  expect(await row(id)).toMatchObject({
    ...{ name: '', username: null, email: null, phone: null, passwordHash: null, isActive: false, deletedAt: noon },
  })
  const kept = await site.db.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow()
  expect(kept).toMatchObject({ contactName: '', contactPhone: '', address: '', note: '', visitor: null })
  expect(kept.total).toBeGreaterThan(0)
  const left = await Promise.all(
    (['session', 'accountAddress', 'customer'] as const).map((table) =>
      site.db.selectFrom(table).select('accountId').where('accountId', '=', id).execute(),
    ),
  )
  expect(left).toEqual([[], [], []])
  expect((await client.get(paths.account.href({}))).status).toBe(303)
})

test('their names and phone are free again', async () => {
  const { client, username, phone } = await somebody()
  await client.post(url, { proof: password, sure: '1' })
  const again = await aPerson(site, { username, email: `${username}@mail.tw` })
  await site.db.updateTable('account').set({ phone }).where('id', '=', again).execute()
  expect((await site.client().post(paths.signIn.href({}), { login: username, password })).status).toBe(422)
})

test('nothing happens without the password, nor by a form that was not opened', async () => {
  const { id, client } = await somebody()
  expect((await client.post(url, { proof: 'a guess', sure: '1' })).text).toContain('密碼不對')
  expect((await client.post(url, { proof: password })).status).toBe(422)
  expect((await row(id)).isActive).toBe(true)
})

test('not while an order is under way: somebody may have to be called', async () => {
  const { id, client, order } = await somebody()
  await order('placed')
  expect((await client.post(url, { proof: password, sure: '1' })).text).toContain('還有單在做')
  expect((await row(id)).isActive).toBe(true)
})

test('R33: whoever worked somewhere leaves there on record, under the name they had', async () => {
  const roles = [staffAt(shop, { p1: true }), { role: 'brand_admin' as const, brandId: shop.brandId }]
  const { id, client } = await somebody({ roles })
  expect((await client.post(url, { proof: password, sure: '1' })).status).toBe(303)
  const entries = await site.db.selectFrom('auditLog').selectAll().where('subjectId', '=', id).orderBy('id').execute()
  expect(entries).toMatchObject([
    {
      action: 'staff.leave',
      actor: '林佩雯',
      brandId: shop.brandId,
      storeId: shop.storeId,
      after: { isActive: false },
    },
    { action: 'staff.leave', actor: '林佩雯', brandId: shop.brandId, storeId: null, before: { role: 'brand_admin' } },
  ])
  const grants = await site.db.selectFrom('staffGrant').select('isActive').where('accountId', '=', id).execute()
  expect(grants).toEqual([{ isActive: false }, { isActive: false }])
})

test('the last boss stays', async () => {
  const { client } = await somebody({ roles: [{ role: 'boss' }] })
  expect((await client.post(url, { proof: password, sure: '1' })).text).toContain('最後一個老闆')
})

test('the download holds what is known of the person, and of nobody else', async () => {
  const other = await somebody()
  await other.order('placed')
  const { client, username, order } = await somebody()
  const { orderId } = await order('placed')
  const answer = await client.get(paths.accountData.href({}))
  expect(answer.headers.get('Content-Disposition')).toContain('comanda.json')
  const data = answer.json<{ account: object; orders: { id: string; lines: object[] }[]; sessions: object[] }>()
  expect(data).toMatchObject({ account: { username, name: '林佩雯' }, sessions: [{}] })
  expect(data.orders).toMatchObject([{ id: orderId, contact_phone: expect.stringContaining('912345678') }])
  expect(answer.text).not.toContain(other.username)
  expect(answer.text).not.toMatch(/\$2[aby]\$/)
})
