import { expect, test } from 'vitest'
import type { Tx } from '../../../src/db/connect'
import { acceptInvitation } from '../../../src/domain/people/invitations/accept-invitation'
import { createInvitation } from '../../../src/domain/people/invitations/create-invitation'
import { secretsOf } from '../../../src/domain/people/invitations/secrets'
import { withdrawInvitation } from '../../../src/domain/people/invitations/withdraw-invitation'
import { isLastBoss } from '../../../src/domain/people/staff/last-boss'
import { deactivateGrant, reactivateGrant } from '../../../src/domain/people/staff/set-active'
import { setRights } from '../../../src/domain/people/staff/set-rights'
import type { Ctx, StaffGrant } from '../../../src/domain/shared/ctx'
import { newId } from '../../../src/domain/shared/ids'
import { rolledBack } from '../../support/db'
import { aBrand, aStore, later, must, noon, refused, type Store } from '../../support/world'

type Rights = Partial<Record<'p1' | 'p2' | 'p3' | 'p4', boolean>>
const none = { p1: false, p2: false, p3: false, p4: false }
const secret = 'server-secret'

async function someone(
  tx: Tx,
  role: 'boss' | 'brand_admin' | 'store_staff' | null,
  place?: Store,
  rights: Rights = {},
) {
  const accountId = newId()
  await tx
    .insertInto('account')
    .values({ id: accountId, username: `u-${accountId.slice(-12)}`, name: '阿芸' })
    .execute()
  const at = {
    brandId: role === 'boss' ? null : (place?.brandId ?? null),
    storeId: role === 'store_staff' ? (place?.storeId ?? null) : null,
  }
  const grantId = newId()
  const grants: StaffGrant[] = role ? [{ role, ...at, ...none, ...rights }] : []
  if (role)
    await tx
      .insertInto('staffGrant')
      .values({ id: grantId, accountId, role, ...at, ...rights })
      .execute()
  const ctx = (where = place, now = noon): Ctx => ({
    now,
    actor: { kind: 'person', accountId, name: '阿芸', visitor: '', grants },
    brandId: where?.brandId ?? '',
    storeId: where?.storeId ?? '',
    lang: 'zh-Hant',
    requestId: 'test',
  })
  return { accountId, grantId, ctx }
}

const aStoreOf = async (tx: Tx) => aStore(tx, await aBrand(tx))
const give = (tx: Tx, ctx: Ctx, grantId: string, right: 'p1' | 'p2' | 'p3' | 'p4', value = true) =>
  setRights(tx, ctx, { changes: [{ grantId, right, value }] })
const rightsOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('staffGrant')
    .select(['p1', 'p2', 'p3', 'p4', 'isActive'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const invite = (tx: Tx, ctx: Ctx, rights: Rights | 'brand_admin', key = newId()) =>
  createInvitation(tx, ctx, {
    key,
    name: '許家豪',
    rights: rights === 'brand_admin' ? rights : { ...none, ...rights },
    secret,
  })

test('R30: who manages staff but may not edit the office cannot let others edit it', () =>
  rolledBack(async (tx) => {
    const store = await aStoreOf(tx)
    const manager = await someone(tx, 'store_staff', store, { p1: true, p4: true })
    const yun = await someone(tx, 'store_staff', store, { p1: true })
    expect(refused(await give(tx, manager.ctx(), yun.grantId, 'p3'))).toEqual({ reason: 'not_held', right: 'p3' })
    must(await give(tx, manager.ctx(), yun.grantId, 'p4'))
    expect(await rightsOf(tx, yun.grantId)).toMatchObject({ p1: true, p3: false, p4: true })
  }))

test('R33: a changed right is recorded with what was and what is', () =>
  rolledBack(async (tx) => {
    const store = await aStoreOf(tx)
    const admin = await someone(tx, 'brand_admin', store)
    const yun = await someone(tx, 'store_staff', store, { p1: true })
    must(await give(tx, admin.ctx(), yun.grantId, 'p2'))
    const rows = await tx.selectFrom('auditLog').selectAll().where('subjectId', '=', yun.accountId).execute()
    expect(rows).toMatchObject([
      {
        action: 'staff.rights',
        accountId: admin.accountId,
        storeId: store.storeId,
        before: { p2: false },
        after: { p2: true },
      },
    ])
  }))

test('nobody takes their own right to manage staff, leaves somebody nothing, or changes who left', () =>
  rolledBack(async (tx) => {
    const store = await aStoreOf(tx)
    const manager = await someone(tx, 'store_staff', store, { p1: true, p4: true })
    const yun = await someone(tx, 'store_staff', store, { p1: true })
    expect(refused(await give(tx, manager.ctx(), manager.grantId, 'p4', false)).reason).toBe('own_staff_right')
    expect(refused(await give(tx, manager.ctx(), yun.grantId, 'p1', false)).reason).toBe('none_left')
    must(await deactivateGrant(tx, manager.ctx(), { grantId: yun.grantId }))
    expect(refused(await give(tx, manager.ctx(), yun.grantId, 'p4')).reason).toBe('left')
    expect(refused(await deactivateGrant(tx, manager.ctx(), { grantId: manager.grantId })).reason).toBe('yourself')
  }))

test("another store's people are not there", () =>
  rolledBack(async (tx) => {
    const [here, there] = [await aStoreOf(tx), await aStoreOf(tx)]
    const manager = await someone(tx, 'store_staff', here, { p1: true, p4: true })
    const stranger = await someone(tx, 'store_staff', there, { p1: true })
    expect(refused(await give(tx, manager.ctx(), stranger.grantId, 'p4')).reason).toBe('not_found')
    expect(refused(await deactivateGrant(tx, manager.ctx(), { grantId: stranger.grantId })).reason).toBe('not_found')
    expect(refused(await give(tx, manager.ctx(there), stranger.grantId, 'p1', false)).reason).toBe('not_held')
  }))

test('who left comes back with what they had, by somebody who holds it', () =>
  rolledBack(async (tx) => {
    const store = await aStoreOf(tx)
    const admin = await someone(tx, 'brand_admin', store)
    const manager = await someone(tx, 'store_staff', store, { p4: true })
    const accountant = await someone(tx, 'store_staff', store, { p2: true })
    must(await deactivateGrant(tx, admin.ctx(), { grantId: accountant.grantId }))
    expect(refused(await reactivateGrant(tx, manager.ctx(), { grantId: accountant.grantId }))).toEqual({
      reason: 'not_held',
      right: 'p2',
    })
    must(await reactivateGrant(tx, admin.ctx(), { grantId: accountant.grantId }))
    expect(await rightsOf(tx, accountant.grantId)).toMatchObject({ p2: true, isActive: true })
  }))

test('the last boss is never locked out', () =>
  rolledBack(async (tx) => {
    const [one, two] = [await someone(tx, 'boss'), await someone(tx, 'boss')]
    must(await deactivateGrant(tx, one.ctx(), { grantId: two.grantId }))
    expect(refused(await deactivateGrant(tx, one.ctx(), { grantId: one.grantId })).reason).toBe('last_boss')
    expect([await isLastBoss(tx, one.accountId), await isLastBoss(tx, two.accountId)]).toEqual([true, false])
  }))

test('an invitation opens once, for one person, with its link or its code', () =>
  rolledBack(async (tx) => {
    const store = await aStoreOf(tx)
    const manager = await someone(tx, 'store_staff', store, { p1: true, p4: true })
    const { id } = must(await invite(tx, manager.ctx(), { p1: true }))
    const { token, code } = secretsOf(secret, id)
    const [hao, other] = [await someone(tx, null), await someone(tx, null)]
    const spoken = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`
    expect(must(await acceptInvitation(tx, hao.ctx(store), { secret: spoken }))).toMatchObject({
      storeId: store.storeId,
    })
    expect(refused(await acceptInvitation(tx, other.ctx(store), { secret: token })).reason).toBe('used')
    must(await acceptInvitation(tx, hao.ctx(store), { secret: token }))
    const grants = await tx
      .selectFrom('staffGrant')
      .selectAll()
      .where('storeId', '=', store.storeId)
      .where('accountId', '!=', manager.accountId)
      .execute()
    expect(grants).toMatchObject([{ accountId: hao.accountId, ...none, p1: true, createdBy: manager.accountId }])
  }))

test('an invitation runs out, is withdrawn, and is kept as hashes only', () =>
  rolledBack(async (tx) => {
    const store = await aStoreOf(tx)
    const manager = await someone(tx, 'store_staff', store, { p1: true, p4: true })
    const hao = await someone(tx, null)
    const first = secretsOf(secret, must(await invite(tx, manager.ctx(), { p1: true })).id)
    expect(refused(await acceptInvitation(tx, hao.ctx(store, later(48 * 60)), { secret: first.token })).reason).toBe(
      'expired',
    )
    const { id } = must(await invite(tx, manager.ctx(), { p1: true }))
    must(await withdrawInvitation(tx, manager.ctx(), { id }))
    const { token, code } = secretsOf(secret, id)
    expect(refused(await acceptInvitation(tx, hao.ctx(store), { secret: token })).reason).toBe('withdrawn')
    expect(refused(await acceptInvitation(tx, hao.ctx(store), { secret: 'AAAA AAAA' })).reason).toBe('not_found')
    const stored = JSON.stringify(await tx.selectFrom('staffInvitation').selectAll().execute())
    expect([stored.includes(token), stored.includes(code)]).toEqual([false, false])
  }))

test('nobody gives by invitation what they do not hold, nor what they no longer hold', () =>
  rolledBack(async (tx) => {
    const store = await aStoreOf(tx)
    const manager = await someone(tx, 'store_staff', store, { p1: true, p4: true })
    const [hao, admin, boss] = [
      await someone(tx, null),
      await someone(tx, 'brand_admin', store),
      await someone(tx, 'boss'),
    ]
    expect(refused(await invite(tx, manager.ctx(), { p2: true }))).toEqual({ reason: 'not_held', right: 'p2' })
    expect(refused(await invite(tx, admin.ctx(), 'brand_admin')).reason).toBe('not_held')
    expect(refused(await invite(tx, manager.ctx(), {})).reason).toBe('nothing_given')
    must(await invite(tx, admin.ctx(), { p2: true, p4: true }))
    const kept = must(await invite(tx, boss.ctx(store), 'brand_admin'))
    must(await acceptInvitation(tx, hao.ctx(store), { secret: secretsOf(secret, kept.id).code }))
    const mine = must(await invite(tx, manager.ctx(), { p1: true }))
    must(await deactivateGrant(tx, admin.ctx(), { grantId: manager.grantId }))
    expect(
      refused(await acceptInvitation(tx, hao.ctx(store), { secret: secretsOf(secret, mine.id).token })).reason,
    ).toBe('withdrawn')
  }))

test('R6: the same form twice is one invitation; its key with other words is refused', () =>
  rolledBack(async (tx) => {
    const store = await aStoreOf(tx)
    const manager = await someone(tx, 'store_staff', store, { p1: true, p4: true })
    const key = newId()
    expect(must(await invite(tx, manager.ctx(), { p1: true }, key))).toEqual(
      must(await invite(tx, manager.ctx(), { p1: true }, key)),
    )
    expect(refused(await invite(tx, manager.ctx(), { p4: true }, key)).reason).toBe('key_reused')
  }))
