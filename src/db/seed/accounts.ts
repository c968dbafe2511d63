import { hash } from '@node-rs/bcrypt'
import type { Insertable } from 'kysely'
import { newId } from '../../domain/shared/ids'
import type { Tx } from '../connect'
import type { StaffGrant } from '../types'

/** Seed 000, 10.3: the password is the name, shorter than a password that a person may choose. */
export const demoLogins = ['admin', 'brand', 'manager', 'staff', 'customer'] as const
type Login = (typeof demoLogins)[number]

/** The four digits of everybody in the demo who has some, for a tablet that was paired. */
export const demoPin = '4827'

export type DemoHashes = Record<Login | 'pin', string>

export async function hashDemoPasswords(): Promise<DemoHashes> {
  const secrets = [...demoLogins, demoPin]
  const [admin, brand, manager, staff, customer, pin] = await Promise.all(secrets.map((one) => hash(one, { cost: 10 })))
  return { admin, brand, manager, staff, customer, pin } as DemoHashes
}

type Store = { brandId: string; storeId: string }
type Person = {
  name: string
  login?: Login
  hasPin?: boolean
  grant?: Omit<Insertable<StaffGrant>, 'id' | 'accountId' | 'createdBy'>
  /** Whose people they are. */
  by?: Login
}

/** The boss, who runs the noodle house, and the people of one of its stores: one of them has no PIN yet, some come by PIN alone. */
const people = ({ brandId, storeId }: Store): Person[] => {
  const at = { role: 'store_staff', brandId, storeId } as const
  return [
    { name: '王佳蓉', login: 'admin', grant: { role: 'boss' } },
    { name: '許文傑', login: 'brand', by: 'admin', grant: { role: 'brand_admin', brandId } },
    {
      ...{ name: '吳哲維', login: 'manager', hasPin: true, by: 'brand' },
      grant: { ...at, p1: true, p2: true, p3: true, p4: true },
    },
    { name: '周志明', login: 'staff', hasPin: true, by: 'manager', grant: { ...at, p1: true, p2: true, p3: true } },
    { name: '黃小芸', hasPin: true, by: 'manager', grant: { ...at, p1: true, p2: true } },
    { name: '阮氏芳', hasPin: true, by: 'manager', grant: { ...at, p1: true } },
    { name: '李凱翔', by: 'manager', grant: { ...at, p1: true } },
    { name: '林書宇', login: 'customer' },
  ]
}

/** Everybody of the demo, with their rights; the customer is known at every brand. */
export async function loadAccounts(
  tx: Tx,
  hashes: DemoHashes,
  { store, brandIds }: { store: Store; brandIds: string[] },
): Promise<void> {
  const known = people(store).map((person) => ({ ...person, id: newId() }))
  const idOf = (login: Login | undefined) => known.find((one) => one.login === login && login)?.id ?? null
  await tx
    .insertInto('account')
    .values(
      known.map(({ id, name, login, hasPin }) => ({
        ...{ id, name, username: login ?? null, isDemo: true },
        passwordHash: login ? hashes[login] : null,
        pinHash: hasPin ? hashes.pin : null,
      })),
    )
    .execute()
  await tx
    .insertInto('staffGrant')
    .values(
      known.flatMap(({ id, grant, by }) =>
        grant ? [{ id: newId(), accountId: id, createdBy: idOf(by), ...grant }] : [],
      ),
    )
    .execute()
  await tx
    .insertInto('customer')
    .values(
      brandIds.map((brandId) => ({
        ...{ brandId, id: newId(), accountId: idOf('customer'), name: '林書宇' },
        ...{ phone: '0912000168', email: 'customer@example.com' },
      })),
    )
    .execute()
}
