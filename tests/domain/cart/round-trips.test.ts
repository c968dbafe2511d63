import type { KyselyPlugin } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../../src/db/connect'
import { storesList } from '../../../src/domain/brands/queries'
import { addLine } from '../../../src/domain/cart/add-line'
import { cartView, storePage } from '../../../src/domain/cart/queries'
import { setLine } from '../../../src/domain/cart/set-line'
import { menuItems } from '../../../src/domain/menu/queries'
import { readSession, startSession } from '../../../src/domain/people/sessions'
import { createAccount } from '../../../src/domain/people/sign-up'
import { inTransaction } from '../../../src/domain/shared/in-transaction'
import { freshDb } from '../../support/db'
import { aShop, at, guest, must, noon, type Shop } from './a-shop'

let statements = 0
const counting: KyselyPlugin = {
  transformQuery: ({ node }) => {
    statements++
    return node
  },
  transformResult: async ({ result }) => result,
}

let db: Db
let shop: Shop
beforeAll(async () => {
  db = (await freshDb()).db.withPlugin(counting)
  shop = await db.transaction().execute((tx) => aShop(tx))
  await cartView(db, at(shop, guest()))
})

async function count(work: () => Promise<unknown>): Promise<number> {
  statements = 0
  await work()
  return statements
}
const put = (ctx: ReturnType<typeof at>, quantity = 1) =>
  inTransaction(db, (tx) => addLine(tx, ctx, { dishId: shop.id('noodles'), optionIds: [], quantity }))

describe('R44: statements', () => {
  test('a store page, a landing page, a menu for the API and a session are one each', async () => {
    const slugs = { brandSlug: shop.slug, storeSlug: 'main' }
    expect(await count(() => storePage(db, { ...slugs, actor: guest(), now: noon }))).toBe(1)
    expect(await count(() => storesList(db, noon))).toBe(1)
    expect(await count(() => menuItems(db, shop))).toBe(1)
    const account = { username: 'reader', passwordHash: null }
    const token = await db.transaction().execute(async (tx) => {
      const { accountId } = must(await createAccount(tx, noon, account))
      return startSession(tx, noon, accountId)
    })
    expect(await count(() => readSession(db, token, noon))).toBe(1)
  })

  test('a change of the cart is one look and one write, with the new cart in the answer', async () => {
    const ctx = at(shop, guest())
    expect(await count(() => put(ctx))).toBe(2)
    const [line] = (await cartView(db, ctx)).cart.lines
    expect(await count(() => inTransaction(db, (tx) => setLine(tx, ctx, { lineId: line!.id, quantity: 2 })))).toBe(2)
  })
})

test('defect 16: ten phones putting the same dish into one cart at once lose nothing', async () => {
  const ctx = at(shop, guest())
  await Promise.all(Array.from({ length: 10 }, () => put(ctx, 2)))
  expect((await cartView(db, ctx)).cart.lines.map((line) => line.quantity)).toEqual([20])
})
