import type { Page } from '@playwright/test'
import { paths } from '../../../src/views/paths'
import { slugsOf } from './by-phone'
import { expect } from './floor'
import type { House } from './house'
import type { Look } from './look'

const of = ({ shop }: House) => slugsOf(shop)
const account = (edit: string): Look => ({
  name: `an account, changing: ${edit}`,
  url: () => paths.account.href({}, { edit }),
  as: 'customer',
  on: 'phone',
})
const office = (name: string, url: Look['url'], more: Partial<Look> = {}): Look => ({
  ...{ name, url, as: 'manager', on: 'desk', ...more },
})
const platform = (name: string, url: Look['url'], more: Partial<Look> = {}): Look => ({
  ...{ name, url, as: 'admin', on: 'desk', ...more },
})
const pin = (who: (house: House) => string | undefined) => (house: House) =>
  paths.counterPin.href(of(house), { who: who(house) })
/** The demo's staff work here too, and have a PIN. */
const chooseStaff = async (page: Page) => {
  await page.getByRole('link', { name: '周志明' }).click()
  await expect(page.locator('[data-ready] .pins')).toBeVisible()
}
const openNouns = async (page: Page) => {
  await page.locator('.dock button').click()
  await expect(page.getByRole('dialog')).toBeVisible()
}
const openChoice = async (page: Page) => {
  await page.locator('[popovertarget=f-who]').click()
  await expect(page.locator('#f-who')).toBeVisible()
}

/** The doors, people's own pages, the office's people and the platform. */
export const peopleLooks: Look[] = [
  {
    name: 'sign-up with a cart',
    url: (house) => paths.signUp.href({}, { back: paths.cart.href(of(house)) }),
    as: 'guest',
  },
  { name: 'the code of a sign-up', url: ({ codes }) => paths.signUpCode.href({ id: codes.signUp }), as: 'guest' },
  { name: 'a forgotten password', url: () => paths.reset.href({}) },
  { name: 'the code of a reset', url: ({ codes }) => paths.resetCode.href({ id: codes.reset }), as: 'guest' },
  { name: 'joining by a code', url: () => paths.join.href({}) },
  {
    name: 'an invitation',
    url: ({ crew }) => paths.joinInvitation.href({ secret: crew.invitations.open.token }),
  },
  {
    name: 'an invitation, for somebody who is in',
    url: ({ crew }) => paths.joinInvitation.href({ secret: crew.invitations.open.token }),
    as: 'customer',
  },
  {
    name: 'an invitation withdrawn',
    url: ({ crew }) => paths.joinInvitation.href({ secret: crew.invitations.withdrawn.token }),
  },
  { name: 'the desks of the boss', url: () => paths.desks.href({}), as: 'admin', on: 'tablet' },
  { name: 'the desks of somebody with several', url: () => paths.desks.href({}), as: 'keeper', on: 'tablet' },

  { name: 'an account', url: () => paths.account.href({}), as: 'customer' },
  ...['name', 'birth', 'gender', 'phone', 'email', 'password', 'address', 'delete'].map(account),
  { ...account('pin'), as: 'manager' },
  {
    name: 'the code of a new phone',
    url: ({ codes }) => paths.accountPhoneCode.href({ id: codes.phone }),
    as: 'customer',
  },

  office('the staff', (house) => paths.officeStaff.href(of(house))),
  office('the staff, nobody found', (house) => paths.officeStaff.href(of(house), { q: 'xyz' })),
  office('the nouns of the office', (house) => paths.officeStaff.href(of(house)), { open: openNouns }),
  office('one of the staff', (house) => paths.officeStaffPerson.href({ ...of(house), id: house.crew.grants.helper })),
  office('one who left', (house) => paths.officeStaffPerson.href({ ...of(house), id: house.crew.grants.left })),
  office('an invitation that waits', (house) =>
    paths.officeInvitation.href({ ...of(house), id: house.crew.invitations.open.id }),
  ),
  office('a tablet about to be paired', (house) => paths.officeNewTablet.href(of(house))),
  office('a tablet', (house) => paths.officeTablet.href({ ...of(house), id: house.crew.tablet.id })),
  office('the log of a tablet', (house) => paths.officeAudit.href(of(house), { device: house.crew.tablet.id })),
  { name: 'a tablet that waits', url: () => paths.counterPair.href({}), on: 'tablet' },
  { name: 'the PINs', url: pin(() => undefined), as: 'tablet', on: 'tablet' },
  { name: 'a PIN', url: pin(() => undefined), as: 'tablet', on: 'tablet', open: chooseStaff },
  { name: 'a PIN not set', url: pin(({ crew }) => crew.manager.accountId), as: 'tablet', on: 'tablet' },

  office('the customers', (house) => paths.officeCustomers.href(of(house))),
  office('the customers, none found', (house) => paths.officeCustomers.href(of(house), { q: 'xyz' })),
  office('the customers without an account', (house) => paths.officeCustomers.href(of(house), { kind: 'guest' })),
  office('a new customer', (house) => paths.officeNewCustomer.href(of(house))),
  office('a customer', (house) => paths.officeCustomer.href({ ...of(house), id: house.crew.customers.known })),
  office('a customer written down', (house) =>
    paths.officeCustomer.href({ ...of(house), id: house.crew.customers.written }),
  ),
  office('the log', (house) => paths.officeAudit.href(of(house)), { open: openChoice }),
  office('the log, of one kind', (house) =>
    paths.officeAudit.href(of(house), { what: 'staff', who: house.crew.manager.accountId }),
  ),
  office('the log, nothing', (house) => paths.officeAudit.href(of(house), { what: 'menu', day: '2020-01-01' })),
  office('an entry of the log', (house) => paths.officeAudit.href(of(house), { entry: house.crew.entry })),
  office('the stores of a brand', (house) => paths.officeStores.href(of(house)), { as: 'keeper' }),
  office('the hours of a store', (house) => paths.officeStoreHours.href({ ...of(house), id: house.shop.storeId }), {
    as: 'keeper',
  }),

  platform('the brands', () => paths.platformBrands.href({})),
  platform('a new brand', () => paths.platformNewBrand.href({})),
  platform('a brand of the platform', ({ shop }) => paths.platformBrand.href({ id: shop.brandId })),
  platform('all stores', () => paths.platformStores.href({})),
  platform('a new store', () => paths.platformNewStore.href({})),
  platform('a store of the platform', ({ shop }) => paths.platformStore.href({ id: shop.storeId })),
  platform('the people', () => paths.platformPeople.href({})),
  platform('the settings', () => paths.platformSettings.href({})),
  platform('the health', () => paths.platformHealth.href({})),
  platform('the log above the brands', () => paths.platformAudit.href({})),
]
