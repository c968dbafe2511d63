import { sign } from 'hono/jwt'
import { expect, test } from 'vitest'
import { createAccount } from '../../../src/domain/people/sign-up'
import { issueAccessToken, readAccessToken } from '../../../src/domain/people/tokens'
import { rolledBack } from '../../support/db'
import { aUsername } from '../../support/names'
import { must, noon } from '../cart/a-shop'

const secret = 'a secret for tests only, long enough'
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const aToken = <T>(
  work: (tx: Parameters<Parameters<typeof rolledBack>[0]>[0], accountId: string, token: string) => Promise<T>,
) =>
  rolledBack(async (tx) => {
    const person = must(await createAccount(tx, noon, { username: aUsername(), passwordHash: null }))
    return work(tx, person.accountId, (await issueAccessToken(tx, secret, person.accountId, noon))!)
  })

test('a token says who calls, for half an hour', () =>
  aToken(async (tx, accountId, token) => {
    expect(JSON.parse(atob(token.split('.')[1]!))).toMatchObject({
      sub: accountId,
      role: 'customer',
      exp: noon.getTime() / 1000 + 1800,
    })
    expect(await readAccessToken(tx, secret, token, later(29))).toMatchObject({ accountId, grants: [] })
    expect(await readAccessToken(tx, secret, token, later(30))).toBeNull()
  }))

test('a token of another secret, another algorithm or none is not ours', () =>
  aToken(async (tx, sub, token) => {
    const claims = { sub, role: 'admin', exp: noon.getTime() / 1000 + 1800 }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const forged = [
      await sign(claims, 'another secret', 'HS256'),
      await sign(claims, secret, 'HS512'),
      `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`,
      `${token}x`,
      'not.a.token',
      '',
    ]
    for (const one of forged) expect(await readAccessToken(tx, secret, one, noon)).toBeNull()
  }))

test('grants come from the books, not from the token, and a closed account calls nothing', () =>
  aToken(async (tx, accountId, token) => {
    const { pwd } = JSON.parse(atob(token.split('.')[1]!)) as { pwd: string }
    const claims = { sub: accountId, role: 'admin', exp: noon.getTime() / 1000 + 1800, pwd }
    const boasting = await sign(claims, secret, 'HS256')
    expect(await readAccessToken(tx, secret, boasting, noon)).toMatchObject({ grants: [] })
    await tx.updateTable('account').set({ isActive: false }).where('id', '=', accountId).execute()
    expect(await readAccessToken(tx, secret, boasting, noon)).toBeNull()
  }))

test('R32: a token given for another password is worth nothing', () =>
  aToken(async (tx, accountId, token) => {
    await tx.updateTable('account').set({ passwordHash: 'another' }).where('id', '=', accountId).execute()
    expect(await readAccessToken(tx, secret, token, noon)).toBeNull()
  }))
