import { createHash } from 'node:crypto'
import { audit } from '../../../src/domain/audit/record'
import { addLine } from '../../../src/domain/cart/add-line'
import { createCustomer } from '../../../src/domain/people/customers'
import { writeNote } from '../../../src/domain/people/customers/write-note'
import { createInvitation } from '../../../src/domain/people/invitations/create-invitation'
import { startSession } from '../../../src/domain/people/sessions'
import type { Actor, Ctx } from '../../../src/domain/shared/ctx'
import { newId } from '../../../src/domain/shared/ids'
import { anOrder, startedPayment } from '../../support/orders'
import { aPerson, staffAt } from '../../support/people'
import type { Site } from '../../support/site'
import { aBrand, act, aShop, aStore, counted, customerCtx, guestCtx, must, noon, type Shop } from '../../support/world'
import { codesFor } from './codes'
import { type Mark, type Marks, marksOf } from './marks'
import { everybody, type Name, type People } from './people'

export type House = {
  people: People
  shop: Shop
  marks: Marks & Record<'signUpCode' | 'resetCode' | 'phoneCode', Mark>
  ids: Record<
    | 'order'
    | 'walkIn'
    | 'ticket'
    | 'line'
    | 'delivery'
    | 'customer'
    | 'grant'
    | 'invitation'
    | 'entry'
    | 'address'
    | 'session'
    | 'tablet'
    | 'closedStore'
    | 'cartLine'
    | 'signUpCode'
    | 'resetCode'
    | 'phoneCode'
    | 'keeper'
    | 'asked'
    | 'payment',
    string
  >
}

/** Two brands, three stores, everybody, and behind every id of a URL a row that carries its mark. */
export async function aHouse(site: Site, around = (text: string) => text): Promise<House> {
  const { db } = site
  const marks = marksOf(around)
  const shop = await aShop(db, {})
  const next = await aStore(db, shop)
  const elsewhere = await aShop(db, {})
  const closed = await aStore(db, shop, { name: marks.closedStore.text, isActive: false })
  await aBrand(db, { name: marks.closedBrand.text, isActive: false })
  const people = await everybody(site, { here: shop, next, elsewhere }, { email: `${marks.email.text}@mail.tw` })
  const actor = (name: Name): Actor => ({
    ...{ kind: 'person', accountId: people[name].accountId, name, visitor: '' },
    grants: [{ role: 'boss', brandId: null, storeId: null, p1: true, p2: true, p3: true, p4: true }],
  })
  const by = (name: Name, place: { brandId: string; storeId: string } = shop): Ctx => ({
    ...{
      now: noon,
      actor: actor(name),
      brandId: place.brandId,
      storeId: place.storeId,
      lang: 'zh-Hant',
      requestId: 'test',
    },
  })
  const tell = <T>(work: Parameters<ReturnType<typeof db.transaction>['execute']>[0]) =>
    db.transaction().execute(work) as Promise<T>

  const customer = {
    ...customerCtx(shop, people.customer.accountId),
    actor: { ...actor('customer'), name: marks.order.text, grants: [] },
  }
  const line = (note: string) => [{ dishId: shop.noodles, optionIds: [], quantity: 1, note }]
  const told = (text: string) => ({ contactName: text, note: text, address: text })
  const { orderId } = await anOrder(db, shop, {
    ...{ by: customer, state: 'preparing', lines: line(marks.order.text) },
    input: { orderType: 'delivery', ...told(marks.order.text) },
  })
  const visitor = createHash('sha256').update(people.guest.client.cookies.get('visitor')!).digest('hex')
  const walkIn = await anOrder(db, shop, {
    ...{ by: guestCtx(shop, visitor), lines: line(marks.guestOrder.text) },
    input: { contactName: marks.guestOrder.text, note: marks.guestOrder.text },
  })
  const draft = await anOrder(db, shop, { by: customer, state: 'draft' })
  await startedPayment(draft)
  await db
    .updateTable('paymentAttempt')
    .set({ paymentUrl: `https://bank.test/${marks.attempt.text}` })
    .execute()
  await db.updateTable('saga').set({ error: marks.stuck.text }).where('orderId', '=', orderId).execute()
  await db.updateTable('sagaStep').set({ error: marks.stuck.text }).execute()
  for (const [id, { text }] of [
    [orderId, marks.order],
    [walkIn.orderId, marks.guestOrder],
  ] as const)
    await db
      .updateTable('orderLine')
      .set({ name: JSON.stringify({ 'zh-Hant': text }) })
      .where('orderId', '=', id)
      .execute()
  await db.updateTable('saga').set({ status: 'compensating' }).where('orderId', '=', orderId).execute()
  await counted(db, shop, shop.salad, 7)
  await db
    .insertInto('stockLog')
    .columns([
      'brandId',
      'id',
      'storeId',
      'inventoryId',
      'stockBefore',
      'stockAfter',
      'change',
      'type',
      'reason',
      'actor',
      'at',
    ])
    .expression(
      (from) =>
        from
          .selectFrom('inventory as i')
          .select(({ val, lit }) => [
            'i.brandId',
            val(newId()).as('id'),
            'i.storeId',
            'i.id as inventoryId',
            'i.totalStock as stockBefore',
            'i.totalStock as stockAfter',
            lit(0).as('change'),
            val('adjust').as('type'),
            val(marks.stockReason.text).as('reason'),
            val('system').as('actor'),
            val(noon).as('at'),
          ])
          .where('i.dishId', '=', shop.salad) as never,
    )
    .execute()

  const cart = must(
    await act(db, addLine, customer, { dishId: shop.tea, optionIds: [], quantity: 1, note: marks.cart.text } as never),
  )
  const caller = must(await act(db, createCustomer, by('P1'), { name: marks.caller.text, phone: '0922333444' }))
  must(await act(db, writeNote, by('P1'), { customerId: caller.id, key: newId(), text: marks.note.text }))
  const addressId = newId()
  await db
    .insertInto('accountAddress')
    .values({ id: addressId, accountId: people.customer.accountId, address: marks.address.text })
    .execute()
  const session = await tell<string>((tx) =>
    startSession(tx, noon, people.customer.accountId, undefined, { browser: marks.browser.text }),
  )

  const member = await aPerson(site, { name: marks.staff.text, roles: [staffAt(shop, { p1: true })] })
  const minder = await aPerson(site, {
    name: marks.keeper.text,
    roles: [{ role: 'brand_admin', brandId: shop.brandId }],
  })
  await aPerson(site, { name: marks.otherBoss.text, roles: [{ role: 'boss' }] })
  const grantOf = async (accountId: string) =>
    (await db.selectFrom('staffGrant').select('id').where('accountId', '=', accountId).executeTakeFirstOrThrow()).id
  const secret = site.deps.env.sessionSecret
  const rights = { p1: true, p2: false, p3: false, p4: false }
  const invited = must(
    await act(db, createInvitation, by('boss'), { key: newId(), name: marks.invited.text, rights, secret }),
  )
  const asked = must(
    await act(
      db,
      createInvitation,
      { ...by('boss'), storeId: '' },
      { key: newId(), name: marks.asked.text, rights: 'brand_admin', secret },
    ),
  )
  await tell((tx) =>
    audit(tx, by('P1'), {
      action: 'store.pause',
      before: { reason: '' },
      after: { reason: marks.past.text },
    }),
  )
  await tell((tx) =>
    audit(tx, { ...by('admin'), storeId: '' }, { action: 'brand.edit', after: { name: marks.brandPast.text } }),
  )
  await tell((tx) =>
    audit(
      tx,
      { ...by('boss'), brandId: '', storeId: '' },
      { action: 'settings.save', after: { siteName: marks.platformPast.text } },
    ),
  )
  const entry = await db
    .selectFrom('auditLog')
    .select('id')
    .where('action', '=', 'store.pause')
    .executeTakeFirstOrThrow()

  const tablet = newId()
  await db
    .insertInto('device')
    .values({
      brandId: shop.brandId,
      id: tablet,
      storeId: shop.storeId,
      name: marks.tablet.text,
      tokenHash: newId(),
      kind: 'counter',
      pairedAt: noon,
      lastSeenAt: noon,
    })
    .execute()

  const codes = await codesFor(site, people)
  const first = async (table: 'ticket' | 'delivery') =>
    (await db.selectFrom(table).select('id').where('orderId', '=', orderId).executeTakeFirstOrThrow()).id
  const lineRow = await db.selectFrom('orderLine').select('id').where('orderId', '=', orderId).executeTakeFirstOrThrow()
  return {
    people,
    shop,
    marks: { ...marks, ...codes.marks },
    ids: {
      closedStore: closed.storeId,
      ...{ order: orderId, walkIn: walkIn.orderId, payment: walkIn.paymentId, line: lineRow.id, cartLine: cart.lineId },
      ...{
        ticket: await first('ticket'),
        delivery: await first('delivery'),
        customer: caller.id,
        address: addressId,
        tablet,
      },
      ...{ session: createHash('sha256').update(session).digest('hex'), entry: entry.id, ...codes.ids },
      ...{ grant: await grantOf(member), keeper: await grantOf(minder), invitation: invited.id, asked: asked.id },
    },
  }
}
