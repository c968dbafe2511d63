import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../../src/db/connect'
import { addLine } from '../../../src/domain/cart/add-line'
import { cartView } from '../../../src/domain/cart/queries'
import { type Arrival, arrive } from '../../../src/domain/people/arrive'
import { ensureCustomer } from '../../../src/domain/people/customers'
import { limits } from '../../../src/domain/people/rate-limit'
import { readSession } from '../../../src/domain/people/sessions'
import { checkPassword, signIn } from '../../../src/domain/people/sign-in'
import { openAccount, type SignUpInput } from '../../../src/domain/people/sign-up'
import { newId } from '../../../src/domain/shared/ids'
import { inTransaction } from '../../../src/domain/shared/in-transaction'
import { ok } from '../../../src/domain/shared/result'
import { freshDb } from '../../support/db'
import { aShop, at, must, noon } from '../cart/a-shop'

let db: Db
beforeAll(async () => {
  db = (await freshDb()).db
})

const signUp = (on: Db, now: Date, { visitor, oldToken, ...input }: SignUpInput & Arrival) =>
  openAccount(on, now, input, async (tx, person) => ({
    ...person,
    token: await arrive(tx, now, person.accountId, { visitor, oldToken }),
  }))

let count = 0
const somewhere = () => `10.0.0.${++count}`
const someone = () => ({ username: `guest${++count}`, password: 'eight bytes', name: '陳小姐', from: somewhere() })
const arriving = { visitor: '', oldToken: undefined }
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

describe('signing up', () => {
  test('opens an account that can be signed in to by name or by address, however written', async () => {
    const { password, ...person } = someone()
    const email = `${person.username}@Example.com`
    const made = must(await signUp(db, noon, { ...person, email, password, ...arriving }))
    expect(await readSession(db, made.token, noon)).toMatchObject({
      accountId: made.accountId,
      name: '陳小姐',
      grants: [],
    })
    for (const login of [person.username, ` ${email.toUpperCase()} `])
      expect(await checkPassword(db, noon, { login, password, from: somewhere() })).toMatchObject({
        ok: true,
        value: { accountId: made.accountId },
      })
  })

  test('R32: a password has 8 to 72 bytes, not letters', async () => {
    const attempt = (password: string) => signUp(db, noon, { ...someone(), password, ...arriving })
    expect(await attempt('seven77')).toMatchObject({ refusal: { reason: 'bad_password', min: 8, max: 72 } })
    expect(await attempt('密碼長')).toMatchObject({ ok: true })
    expect(await attempt('字'.repeat(24))).toMatchObject({ ok: true })
    expect(await attempt('字'.repeat(25))).toMatchObject({ refusal: { reason: 'bad_password' } })
  })

  test('a name, address or phone belongs to one person, also when two come at once', async () => {
    const first = { ...someone(), email: `a${++count}@example.com`, phone: `09${20_000_000 + ++count}` }
    const both = await Promise.all([
      signUp(db, noon, { ...first, ...arriving }),
      signUp(db, noon, { ...first, ...arriving }),
    ])
    expect(both.filter((r) => r.ok)).toHaveLength(1)
    expect(await signUp(db, noon, { ...someone(), email: first.email, ...arriving })).toMatchObject({
      refusal: { reason: 'taken', field: 'email' },
    })
    expect(await signUp(db, noon, { ...someone(), phone: first.phone, ...arriving })).toMatchObject({
      refusal: { reason: 'taken', field: 'phone' },
    })
    expect(await signUp(db, noon, { ...first, phone: '', ...arriving })).toMatchObject({
      refusal: { reason: 'taken', field: 'username' },
    })
  })

  test.each([
    [{ username: 'x' }, 'bad_username'],
    [{ username: '有字' }, 'bad_username'],
    [{ email: 'nobody@nowhere' }, 'bad_email'],
    [{}, 'login_missing'],
  ])('%o is refused: %s', async (login, reason) => {
    const { username: _, ...rest } = someone()
    expect(await signUp(db, noon, { ...rest, ...login, ...arriving })).toMatchObject({ refusal: { reason } })
  })

  test('R31: a customer profile is made with it, once', async () => {
    const shop = await db.transaction().execute((tx) => aShop(tx))
    const ctx = { brandId: shop.brandId, now: noon }
    const made = must(
      await openAccount(db, noon, someone(), async (tx, { accountId }) => ({
        accountId,
        id: await ensureCustomer(tx, ctx, accountId),
      })),
    )
    const again = () => inTransaction(db, async (tx) => ok(await ensureCustomer(tx, ctx, made.accountId)))
    expect((await Promise.all([again(), again(), again()])).map(must)).toEqual([made.id, made.id, made.id])
  })
})

describe('signing in', () => {
  test('R32: an unknown name and a wrong password get the same answer, in about the same time', async () => {
    const person = someone()
    must(await signUp(db, noon, { ...person, ...arriving }))
    const timed = async (login: string) => {
      const start = performance.now()
      const answer = await checkPassword(db, noon, { login, password: 'not the one', from: somewhere() })
      return { answer, ms: performance.now() - start }
    }
    await timed('warm up')
    const [known, unknown] = [await timed(person.username), await timed('nobody here')]
    expect(unknown.answer).toEqual({ ok: false, refusal: { reason: 'wrong' } })
    expect(known.answer).toEqual(unknown.answer)
    expect(unknown.ms).toBeGreaterThan(known.ms / 4)
  })

  test('R32: after ten wrong tries no password is looked at, until the time is over; a right one starts anew', async () => {
    const person = someone()
    must(await signUp(db, noon, { ...person, ...arriving }))
    const attempt = (password: string, now = noon) =>
      checkPassword(db, now, { login: person.username, password, from: somewhere() })
    for (let i = 1; i < limits.signIn.limit; i++)
      expect(await attempt('wrong')).toMatchObject({ refusal: { reason: 'wrong' } })
    expect(await attempt(person.password)).toMatchObject({ ok: true })
    for (let i = 0; i < limits.signIn.limit; i++) await attempt('wrong')
    expect(await attempt(person.password, later(60))).toEqual({
      ok: false,
      refusal: { reason: 'too_many', seconds: 840 },
    })
    expect(await attempt(person.password, later(900))).toMatchObject({ ok: true })
  })

  test('the limit counts every try, however many come at once', async () => {
    const attempt = () => checkPassword(db, noon, { login: 'hammered', password: 'wrong', from: somewhere() })
    const answers = await Promise.all(Array.from({ length: 25 }, attempt))
    expect(answers.filter((a) => !a.ok && a.refusal.reason === 'wrong')).toHaveLength(limits.signIn.limit)
  })

  test('a closed account is as unknown as any', async () => {
    const person = someone()
    const { accountId } = must(await signUp(db, noon, { ...person, ...arriving }))
    await db.updateTable('account').set({ isActive: false }).where('id', '=', accountId).execute()
    expect(
      await checkPassword(db, noon, { login: person.username, password: person.password, from: somewhere() }),
    ).toMatchObject({ refusal: { reason: 'wrong' } })
  })

  test('what cannot be a name is simply wrong', async () => {
    for (const login of ['', '\0', "' or 1=1 --", '@', 'x'.repeat(10_000)])
      expect(await checkPassword(db, noon, { login, password: 'whatever', from: somewhere() })).toMatchObject({
        refusal: { reason: 'wrong' },
      })
  })

  test("R31: the cart filled as a guest is the person's afterwards", async () => {
    const shop = await db.transaction().execute((tx) => aShop(tx))
    const visitor = newId()
    const person = someone()
    const { accountId } = must(await signUp(db, noon, { ...person, ...arriving }))
    await inTransaction(db, (tx) =>
      addLine(tx, at(shop, { kind: 'guest', visitor }), { dishId: shop.id('noodles'), optionIds: [], quantity: 2 }),
    )
    const login = { login: person.username, password: person.password, from: somewhere() }
    must(await signIn(db, noon, { ...login, visitor }))
    const reader = { kind: 'person' as const, accountId, name: '', visitor, grants: [] }
    expect((await cartView(db, at(shop, reader))).priced.itemCount).toBe(2)
    expect((await cartView(db, at(shop, { kind: 'guest', visitor }))).priced.itemCount).toBe(0)
  })
})
