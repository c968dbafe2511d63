import { hash } from '@node-rs/bcrypt'
import { newId } from '../../domain/shared/ids'
import type { Tx } from '../connect'

/** Seed 000, 10.3: the password is the name, shorter than a password that a person may choose. */
export const demoLogins = ['admin', 'staff', 'customer'] as const

/** The demo staff's four digits, for a tablet that was paired. */
export const demoPin = '4827'

export type DemoHashes = Record<(typeof demoLogins)[number] | 'pin', string>

export async function hashDemoPasswords(): Promise<DemoHashes> {
  const known = [...demoLogins, demoPin]
  const [admin, staff, customer, pin] = await Promise.all(known.map((secret) => hash(secret, { cost: 10 })))
  return { admin, staff, customer, pin } as DemoHashes
}

/** admin is the boss, staff works at `store` (counter, see and edit the office), customer is known at every brand. */
export async function loadAccounts(
  tx: Tx,
  hashes: DemoHashes,
  { store, brandIds }: { store: { brandId: string; storeId: string }; brandIds: string[] },
): Promise<void> {
  const [admin, staff, customer] = [newId(), newId(), newId()]
  const common = { isDemo: true }
  await tx
    .insertInto('account')
    .values([
      { ...common, id: admin, username: 'admin', name: '王佳蓉', passwordHash: hashes.admin },
      { ...common, id: staff, username: 'staff', name: '周志明', passwordHash: hashes.staff, pinHash: hashes.pin },
      { ...common, id: customer, username: 'customer', name: '林書宇', passwordHash: hashes.customer },
    ])
    .execute()
  await tx
    .insertInto('staffGrant')
    .values([
      { id: newId(), accountId: admin, role: 'boss' },
      { id: newId(), accountId: staff, role: 'store_staff', ...store, p1: true, p2: true, p3: true },
    ])
    .execute()
  await tx
    .insertInto('customer')
    .values(
      brandIds.map((brandId) => ({
        brandId,
        id: newId(),
        accountId: customer,
        name: '林書宇',
        phone: '0912000168',
        email: 'customer@example.com',
      })),
    )
    .execute()
}
