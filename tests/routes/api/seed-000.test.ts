import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedDemo } from '../../../src/db/seed/seed'
import { apiOf, tokenOf } from '../../support/api'
import { openSite, type Site } from '../../support/site'

type Item = { id: string; name: string; price: number; stock: number | null; available: boolean }
type Order = {
  id: string
  order_id: string
  status: string
  total_amount: number
  order_number: string | null
  payment: { id: string; status: string; payment_url?: string }
}
type Api = ReturnType<typeof apiOf>

let site: Site
let [admin, staff, customer, guest] = [] as unknown as [Api, Api, Api, Api]
let pizza: Item

beforeAll(async () => {
  site = await openSite()
  await seedDemo(site.db, { now: new Date() })
  const as = async (name: string) => apiOf(site, await tokenOf(site, name))
  ;[admin, staff, customer, guest] = [await as('admin'), await as('staff'), await as('customer'), apiOf(site)]
  const { body } = await guest.get<{ items: Item[] }>('/orchestration/menu/items')
  const found = body.items.find(({ price, stock }) => price === 15 && stock === null)
  if (!found) throw new Error('the demo sells no pizza')
  pizza = found
})
afterAll(() => site.close())

const orderOf = (item: Item, more: object = {}) => ({
  items: [{ menu_item_id: item.id, quantity: 2 }],
  order_type: 'takeout',
  payment_method: 'cash',
  ...more,
})
const placed = async (more?: object) => (await customer.post<Order>('/orchestration/orders', orderOf(pizza, more))).body

describe('the life of an order over the API', () => {
  test('a customer orders, staff take the cash, the kitchen cooks, and it is handed over', async () => {
    const { status, body: order } = await customer.post<Order>('/orchestration/orders', orderOf(pizza))
    expect(status).toBe(201)
    expect(order).toMatchObject({
      status: 'unpaid',
      total_amount: 30,
      order_id: order.id,
      payment: { status: 'pending' },
    })

    const paid = await staff.post(`/orchestration/payments/${order.payment.id}/confirm`, { tendered: 100 })
    expect(paid).toMatchObject({ status: 200, body: { status: 'paid', amount: 30, order_id: order.id } })

    const kitchen = await staff.get(`/orchestration/kitchen/orders/${order.id}`)
    expect(kitchen.body).toMatchObject({ status: 'queued', items: [{ quantity: 2 }] })
    for (const status of ['preparing', 'ready'])
      expect((await staff.patch(`/orchestration/kitchen/orders/${order.id}`, { status })).body).toMatchObject({
        status,
      })

    expect((await staff.post<Order>(`/orchestration/orders/${order.id}/complete`)).body.status).toBe('completed')
    const { body: history } = await customer.get<{ items: { status: string }[] }>(
      `/orchestration/orders/history/${order.id}`,
    )
    expect(history.items.map(({ status }) => status)).toEqual(['unpaid', 'paid', 'preparing', 'ready', 'completed'])

    const { body: saga } = await admin.get(`/orchestration/sagas/${order.id}`)
    expect(saga).toMatchObject({ status: 'completed', order_id: order.id })
    expect(saga.executed_steps).toEqual(['order', 'inventory', 'payment', 'kitchen'])
  })

  test('a delivery is assigned, picked up and delivered', async () => {
    const items = [{ menu_item_id: pizza.id, quantity: 30 }]
    const order = await placed({ items, order_type: 'delivery', address: '台北市永康街 1 號' })
    await staff.post(`/orchestration/payments/${order.id}/confirm`, {})
    for (const status of ['preparing', 'ready'])
      await staff.patch(`/orchestration/kitchen/orders/${order.id}`, { status })
    const path = `/orchestration/delivery/orders/${order.id}`
    expect((await staff.get(path)).body).toMatchObject({ status: 'pending', driver_id: null })
    expect((await staff.patch(path, { driver_id: 'rider-7' })).body).toMatchObject({
      status: 'assigned',
      driver_id: 'rider-7',
    })
    expect((await staff.patch(path, { status: 'picked_up' })).body).toMatchObject({ status: 'picked_up' })
    expect((await customer.get<Order>(`/orchestration/orders/${order.id}`)).body.status).toBe('delivering')
    expect((await staff.patch(path, { status: 'delivered' })).body).toMatchObject({ status: 'delivered' })
    expect((await customer.get<Order>(`/orchestration/orders/${order.id}`)).body.status).toBe('completed')
  })

  test('an online order answers with the page to pay on, and waits', async () => {
    const order = await placed({ payment_method: 'online' })
    expect(order).toMatchObject({ status: 'pending_payment', order_number: null })
    expect(order.payment.payment_url).toMatch(/^http/)
  })

  test('a customer cancels before the kitchen starts; afterwards the counter must', async () => {
    const early = await placed()
    expect(
      (await customer.post<Order>(`/orchestration/orders/${early.id}/cancel`, { reason: 'changed my mind' })).body
        .status,
    ).toBe('cancelled')
    const late = await placed()
    await staff.post(`/orchestration/payments/${late.id}/confirm`, {})
    await staff.patch(`/orchestration/kitchen/orders/${late.id}`, { status: 'preparing' })
    expect(await customer.post(`/orchestration/orders/${late.id}/cancel`, {})).toMatchObject({
      status: 409,
      body: { code: 'kitchen_started' },
    })
    expect(
      (await staff.post<Order>(`/orchestration/orders/${late.id}/cancel`, { reason: 'gas is out' })).body,
    ).toMatchObject({
      status: 'cancelled',
      payment: { status: 'refunded' },
    })
  })
})

describe('R6: repeating a call', () => {
  test('six taps with one key give one order and one answer', async () => {
    const key = { 'Idempotency-Key': crypto.randomUUID() }
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => customer.post<Order>('/orchestration/orders', orderOf(pizza), key)),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  })

  test('the same key with another body is refused', async () => {
    const key = { 'Idempotency-Key': crypto.randomUUID() }
    await customer.post('/orchestration/orders', orderOf(pizza), key)
    const other = await customer.post('/orchestration/orders', orderOf(pizza, { note: 'no onions' }), key)
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
  })
})

describe('what an integrator is told when it cannot be done', () => {
  test('bad input names every field, unknown fields are refused', async () => {
    const { status, body, headers } = await customer.post(
      '/orchestration/orders',
      orderOf(pizza, { items: [{ menu_item_id: pizza.id, quantity: 0 }], colour: 'red' }),
    )
    expect(status).toBe(422)
    expect(headers.get('content-type')).toMatch('application/problem+json')
    expect(body).toMatchObject({ type: 'about:blank', status: 422, code: 'validation', request_id: expect.any(String) })
    expect((body.errors as { path: string }[]).map(({ path }) => path)).toContain('items.0.quantity')
  })

  test('defect 3: the last portion wanted twice on two lines names the short dish', async () => {
    const { body: soup } = await staff.post<Item>('/orchestration/menu/admin/items', {
      name: '限量湯',
      price: 50,
      stock: 1,
    })
    const lines = [
      { menu_item_id: soup.id, quantity: 1 },
      { menu_item_id: soup.id, quantity: 1 },
    ]
    const answer = await customer.post('/orchestration/orders', orderOf(pizza, { items: lines }))
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'out_of_stock', lines: [{ menu_item_id: soup.id, available: 1 }] },
    })
  })

  test('without a token it is 401, a broken token is 401, a customer at a staff door is 403', async () => {
    expect((await guest.get('/orchestration/users/me')).status).toBe(401)
    expect((await apiOf(site, 'eyJhbGciOiJub25lIn0.e30.').get('/orchestration/users/me')).status).toBe(401)
    expect((await customer.get('/orchestration/customers')).status).toBe(403)
    expect((await staff.get(`/orchestration/sagas/${crypto.randomUUID()}`)).status).toBe(403)
  })

  test('another customer’s order is not there', async () => {
    const order = await placed()
    await guest.post('/orchestration/users', {
      username: 'stranger',
      email: 'stranger@example.com',
      password: 'a long password',
    })
    const stranger = apiOf(site, await tokenOf(site, 'stranger', 'a long password'))
    for (const answer of [
      await stranger.get(`/orchestration/orders/${order.id}`),
      await stranger.post(`/orchestration/orders/${order.id}/cancel`, {}),
      await stranger.get(`/orchestration/orders/history/${order.id}`),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect((await stranger.get<{ items: Order[] }>('/orchestration/orders')).body.items).toEqual([])
  })
})

describe('people and the menu', () => {
  test('a new user is a customer with a profile of their own', async () => {
    const made = await guest.post('/orchestration/users', {
      username: 'mei',
      email: 'mei@example.com',
      password: 'beef noodles',
      name: '小美',
    })
    expect(made).toMatchObject({
      status: 201,
      body: { username: 'mei', role: 'customer', customer_id: expect.any(String) },
    })
    const mei = apiOf(site, await tokenOf(site, 'mei', 'beef noodles'))
    expect((await mei.get(`/orchestration/customers/${made.body.customer_id}`)).body).toMatchObject({
      name: '小美',
      points: 0,
    })
    const again = await guest.post('/orchestration/users', {
      username: 'mei',
      email: 'm@example.com',
      password: 'beef noodles',
    })
    expect(again).toMatchObject({ status: 409, body: { code: 'taken', errors: [{ path: 'username' }] } })
  })

  test('roles are told as seed 000 names them', async () => {
    const roles = await Promise.all(
      [admin, staff, customer].map(async (who) => (await who.get('/orchestration/users/me')).body.role),
    )
    expect(roles).toEqual(['admin', 'staff', 'customer'])
  })

  test('staff add, change and remove a dish; the customer sees it at once, past orders keep it', async () => {
    const { status, body: dish } = await staff.post<Item>('/orchestration/menu/admin/items', {
      name: '今日湯',
      price: 60,
      category: '湯',
      stock: 5,
    })
    expect([status, dish.stock, dish.available]).toEqual([201, 5, true])
    const order = await placed({ items: [{ menu_item_id: dish.id, quantity: 1 }] })
    expect((await staff.put<Item>(`/orchestration/menu/admin/items/${dish.id}`, { price: 65 })).body.price).toBe(65)
    expect((await staff.delete(`/orchestration/menu/admin/items/${dish.id}`)).status).toBe(204)
    const { body: menu } = await guest.get<{ items: Item[] }>('/orchestration/menu/items')
    expect(menu.items.map(({ id }) => id)).not.toContain(dish.id)
    const { body } = await customer.get<{ items: object[] }>(`/orchestration/orders/${order.id}`)
    expect(body.items).toMatchObject([{ name: '今日湯', unit_price: 60 }])
  })

  test('staff write down a customer for a phone order and find them again', async () => {
    const made = await staff.post('/orchestration/customers', { name: '王先生', phone: '0912345678' })
    expect(made.status).toBe(201)
    const found = await staff.get<{ items: { id: string }[] }>(
      `/orchestration/customers?q=${encodeURIComponent('王先生')}`,
    )
    expect(found.body.items.map(({ id }) => id)).toContain(made.body.id)
  })
})

test('lists come in pages that join without a gap', async () => {
  for (let n = 0; n < 3; n++) await placed()
  const first = await staff.get<{ items: Order[]; next_cursor: string }>('/orchestration/orders?limit=2')
  expect(first.body.items).toHaveLength(2)
  const second = await staff.get<{ items: Order[] }>(
    `/orchestration/orders?limit=200&cursor=${encodeURIComponent(first.body.next_cursor)}`,
  )
  const ids = [...first.body.items, ...second.body.items].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const { rows } = await site.pool.query(
    'select count(*)::int as n from orders where store_id = (select store_id from orders where id = $1)',
    [ids[0]],
  )
  expect(ids.length).toBe(rows[0].n)
})

test('the description names every path of the contract', async () => {
  const { body } = await guest.get<{ paths: Record<string, object> }>('/api/openapi.json')
  expect(Object.keys(body.paths)).toEqual(
    expect.arrayContaining([
      '/token',
      '/orchestration/orders',
      '/orchestration/orders/{id}/cancel',
      '/orchestration/sagas/{id}',
      '/orchestration/delivery/orders/{id}',
    ]),
  )
  expect((await site.client().get('/api/docs')).text).toContain('/orchestration/orders')
})
