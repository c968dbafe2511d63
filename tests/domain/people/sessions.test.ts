import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Tx } from '../../../src/db/connect'
import {
  endAllSessions,
  endSession,
  forgetOldSessions,
  readSession,
  startSession,
} from '../../../src/domain/people/sessions'
import { createAccount } from '../../../src/domain/people/sign-up'
import { newId } from '../../../src/domain/shared/ids'
import { rolledBack } from '../../support/db'
import { aUsername } from '../../support/names'
import { aShop, must, noon } from '../cart/a-shop'

const day = 86_400_000
const later = (days: number) => new Date(noon.getTime() + days * day)
const aPerson = async (tx: Tx) =>
  must(await createAccount(tx, noon, { username: aUsername(), name: '林書宇', passwordHash: null }))
const signedIn = <T>(work: (tx: Tx, accountId: string, token: string) => Promise<T>) =>
  rolledBack(async (tx) => {
    const { accountId } = await aPerson(tx)
    return work(tx, accountId, await startSession(tx, noon, accountId))
  })

test('a session tells who is there and what they may do, in one look', () =>
  signedIn(async (tx, accountId, token) => {
    const { brandId, storeId } = await aShop(tx)
    const grant = { accountId, role: 'store_staff' as const, brandId, storeId, p1: true }
    await tx
      .insertInto('staffGrant')
      .values([
        { id: newId(), ...grant },
        { id: newId(), accountId, role: 'boss', isActive: false },
      ])
      .execute()
    expect(await readSession(tx, token, noon)).toEqual({
      accountId,
      name: '林書宇',
      grants: [{ role: 'store_staff', brandId, storeId, p1: true, p2: false, p3: false, p4: false }],
      isRenewed: false,
      isByPin: false,
    })
  }))

test('the table holds no token: only its SHA-256 opens the door', () =>
  signedIn(async (tx, accountId, token) => {
    const rows = await tx.selectFrom('session').select('id').where('accountId', '=', accountId).execute()
    expect(rows).toEqual([{ id: createHash('sha256').update(token).digest('hex') }])
    expect(await readSession(tx, rows[0]!.id, noon)).toBeNull()
    expect(await readSession(tx, 'made up', noon)).toBeNull()
  }))

test('R32: signing in ends the session the browser came with', () =>
  signedIn(async (tx, accountId, planted) => {
    const token = await startSession(tx, noon, accountId, planted)
    expect(await readSession(tx, planted, noon)).toBeNull()
    expect(await readSession(tx, token, noon)).toMatchObject({ accountId })
  }))

test('a session in use is renewed in its second half, one left alone for 30 days is over', () =>
  signedIn(async (tx, _accountId, token) => {
    expect(await readSession(tx, token, later(14))).toMatchObject({ isRenewed: false })
    expect(await readSession(tx, token, later(16))).toMatchObject({ isRenewed: true })
    expect(await readSession(tx, token, later(45))).toMatchObject({ isRenewed: true })
    expect(await readSession(tx, token, later(76))).toBeNull()
    expect(await readSession(tx, token, later(45))).toBeNull()
  }))

test('a closed account opens nothing, at once', () =>
  signedIn(async (tx, accountId, token) => {
    await tx.updateTable('account').set({ isActive: false }).where('id', '=', accountId).execute()
    expect(await readSession(tx, token, noon)).toBeNull()
  }))

test('R32: sign-out ends one session, a changed password all of them', () =>
  signedIn(async (tx, accountId, token) => {
    const others = [await startSession(tx, noon, accountId), await startSession(tx, noon, accountId)]
    await endSession(tx, token, noon)
    expect(await readSession(tx, token, noon)).toBeNull()
    expect(await readSession(tx, others[0]!, noon)).not.toBeNull()
    await endAllSessions(tx, accountId, noon)
    expect(await readSession(tx, others[1]!, noon)).toBeNull()
  }))

test('old sessions are swept away', () =>
  signedIn(async (tx, accountId) => {
    await forgetOldSessions(tx, later(31))
    expect(await tx.selectFrom('session').select('id').where('accountId', '=', accountId).execute()).toEqual([])
  }))
