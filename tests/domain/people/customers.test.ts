import { expect, test } from 'vitest'
import { createCustomer, customerById, listCustomers } from '../../../src/domain/people/customers'
import type { Ctx } from '../../../src/domain/shared/ctx'
import { freshDb, rolledBack } from '../../support/db'
import { anOrder } from '../../support/orders'
import * as place from '../../support/world'
import { aShop, must } from '../cart/a-shop'

test('R31: staff write down who calls by phone; the list pages on, newest first, and finds by name or number', () =>
  rolledBack(async (tx) => {
    const shop = await aShop(tx)
    for (const [i, name] of ['王小明', '陳_美', '林%書'].entries())
      must(await createCustomer(tx, shop.system, { name, phone: `09120000${i}0` }))
    const first = await listCustomers(tx, shop, { limit: 2 })
    const rest = await listCustomers(tx, shop, { limit: 2, cursor: first.nextCursor })
    expect([first.items, rest.items].map((page) => page.map((c) => c.name))).toEqual([['林%書', '陳_美'], ['王小明']])
    expect(rest.nextCursor).toBeNull()
    const found = async (q: string) => (await listCustomers(tx, shop, { q })).items.map((c) => c.name)
    expect([await found('小明'), await found('000010'), await found('%'), await found('nobody')]).toEqual([
      ['王小明'],
      ['陳_美'],
      ['林%書'],
      [],
    ])
  }))

test('complaint 52: another brand neither lists nor finds them', () =>
  rolledBack(async (tx) => {
    const [mine, theirs] = [await aShop(tx), await aShop(tx)]
    const { id } = must(await createCustomer(tx, theirs.system, { name: '王小明', phone: '0912000000' }))
    expect((await listCustomers(tx, mine, {})).items).toEqual([])
    expect([await customerById(tx, mine, id), (await customerById(tx, theirs, id))?.name]).toEqual([null, '王小明'])
  }))

test('a customer without a name or a number is refused', () =>
  rolledBack(async (tx) => {
    const { system } = await aShop(tx)
    expect(await createCustomer(tx, system, { name: ' ', phone: '09' })).toMatchObject({
      refusal: { reason: 'name_missing' },
    })
    expect(await createCustomer(tx, system, { name: '王', phone: '' })).toMatchObject({
      refusal: { reason: 'phone_missing' },
    })
  }))

test('R31: whoever orders with an account is known to the brand from then on, once, and a guest is not', async () => {
  const { db } = await freshDb()
  const shop = await place.aShop(db)
  const [accountId, other] = [await place.anAccount(db, '林書宇'), await place.anAccount(db, '阿寶')]
  const ordered = async (by: Ctx) => {
    const { orderId } = await anOrder(db, shop, { by })
    return db.selectFrom('orders').select('customerId').where('id', '=', orderId).executeTakeFirstOrThrow()
  }
  const both = await Promise.all([1, 2].map(() => ordered(place.customerCtx(shop, accountId))))
  const again = await ordered(place.customerCtx(shop, accountId))
  expect(new Set([...both, again].map(({ customerId }) => customerId)).size).toBe(1)
  const known = await listCustomers(db, shop, {})
  expect(known.items.map(({ name, accountId }) => ({ name, accountId }))).toEqual([{ name: '林書宇', accountId }])
  expect(again.customerId).toBe(known.items[0]?.id)
  expect((await ordered(place.guestCtx(shop))).customerId).toBeNull()
  expect((await ordered(place.customerCtx(shop, other))).customerId).not.toBe(again.customerId)
})
