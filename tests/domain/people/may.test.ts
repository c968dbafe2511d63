import { expect, test } from 'vitest'
import { may, type Permission, roleOf, worksAt } from '../../../src/domain/people/may'
import type { Actor, StaffGrant } from '../../../src/domain/shared/ctx'

const here = { brandId: 'brand', storeId: 'store' }
const nextDoor = { brandId: 'brand', storeId: 'next door' }
const elsewhere = { brandId: 'elsewhere', storeId: 'store' }

const grant = (role: StaffGrant['role'], rights: Partial<StaffGrant> = {}): StaffGrant => ({
  role,
  brandId: role === 'boss' ? null : 'brand',
  storeId: role === 'store_staff' ? 'store' : null,
  ...{ p1: false, p2: false, p3: false, p4: false },
  ...rights,
})
const person = (...grants: StaffGrant[]): Actor => ({ kind: 'person', accountId: 'a', name: 'a', visitor: '', grants })
const staff = (rights: Partial<StaffGrant>) => person(grant('store_staff', rights))

const byRight: Record<'p1' | 'p2' | 'p3' | 'p4', Permission[]> = {
  p1: ['counter.use', 'kitchen.use', 'dispatch.use', 'stock.change'],
  p2: ['office.see', 'saga.see'],
  p3: ['office.edit', 'saga.push'],
  p4: ['staff.manage'],
}
const inStore = Object.values(byRight).flat()

test.each(Object.entries(byRight))('R30: %s opens its rooms in its own store and nowhere else', (right, opened) => {
  const actor = staff({ [right]: true })
  expect(inStore.filter((p) => may(actor, p, here))).toEqual(opened)
  for (const place of [nextDoor, elsewhere, undefined]) expect(inStore.filter((p) => may(actor, p, place))).toEqual([])
  expect(may(actor, 'brand.manage', here)).toBe(false)
})

test('R30: a brand admin may do all in every store of the brand, the boss everywhere', () => {
  const admin = person(grant('brand_admin'))
  for (const p of [...inStore, 'brand.manage' as const]) {
    expect([may(admin, p, here), may(admin, p, nextDoor), may(admin, p, elsewhere)]).toEqual([true, true, false])
    expect(may(person(grant('boss')), p, elsewhere)).toBe(true)
  }
  expect([may(admin, 'platform.manage', here), may(person(grant('boss')), 'platform.manage')]).toEqual([false, true])
})

test('R30: a guest sees what is public, a person without grants their own as well, and no desk', () => {
  const guest: Actor = { kind: 'guest', visitor: 'v' }
  for (const p of inStore) expect([may(guest, p, here), may(person(), p, here)]).toEqual([false, false])
  expect([may(guest, 'public'), may(guest, 'signed_in'), may(person(), 'signed_in')]).toEqual([true, false, true])
})

test('R4: who works here may be told of it; to others the place does not exist', () => {
  const without = staff({})
  expect([worksAt(without, here), worksAt(without, nextDoor), worksAt(person(grant('brand_admin')), nextDoor)]).toEqual(
    [true, false, true],
  )
  expect([worksAt(person(), here), worksAt({ kind: 'guest', visitor: 'v' }, here)]).toEqual([false, false])
})

test('R30: seed 000 knows one word for each', () => {
  expect([roleOf([grant('boss')]), roleOf([grant('brand_admin')]), roleOf([grant('store_staff')]), roleOf([])]).toEqual(
    ['admin', 'staff', 'staff', 'customer'],
  )
})
