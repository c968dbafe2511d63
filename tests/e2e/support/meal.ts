import { expect, type Page } from '@playwright/test'
import { say } from './words'

type Slugs = { brandSlug: string; storeSlug: string }

export const shopUrl = ({ brandSlug, storeSlug }: Slugs) => `/${brandSlug}/${storeSlug}`
export const counterUrl = ({ brandSlug, storeSlug }: Slugs) => `/counter/${brandSlug}/${storeSlug}`
export const kitchenUrl = ({ brandSlug, storeSlug }: Slugs) => `/kitchen/${brandSlug}/${storeSlug}`
export const dispatchUrl = ({ brandSlug, storeSlug }: Slugs) => `/dispatch/${brandSlug}/${storeSlug}`

/** The box beside a dish that nobody has ordered yet. */
export const boxOf = (page: Page, name: string) =>
  page.getByRole('main').getByLabel(say('shop.menu.add', { name }), { exact: true })

/** A dish that asks: its sheet opens, one of each is chosen, and it is put on the order. */
export async function takeAsking(page: Page, name: string, choices: string[]): Promise<void> {
  await boxOf(page, name).tap()
  const sheet = page.getByRole('dialog', { name })
  for (const choice of choices) await sheet.locator('label', { hasText: choice }).tap()
  await sheet.getByRole('button', { name: say('shop.dish.add') }).tap()
  await expect(sheet).toBeHidden()
}

/** A dish that does not ask: one tap. */
export async function take(page: Page, name: string): Promise<void> {
  await boxOf(page, name).tap()
  await expect(page.getByRole('main').getByLabel(say('shop.menu.change', { name, count: 1 }))).toBeVisible()
}

/** From the menu over the cart to checkout, with name and phone filled in. */
export async function goToCheckout(page: Page, name = '陳小姐'): Promise<void> {
  await page.getByRole('link', { name: say('shop.cart.view') }).tap()
  await page.getByRole('link', { name: say('shop.cart.checkout') }).tap()
  await page.getByLabel(say('shop.checkout.name')).fill(name)
  await page.getByLabel(say('shop.checkout.phone')).fill('0928123521')
}

export const payHow = (page: Page, how: 'cash' | 'online') =>
  page.getByRole('radio', { name: say(`shop.checkout.${how}`) }).check()

/** The call number as the guest's page shows it, once there is one. */
export async function numberOn(page: Page): Promise<string> {
  const number = page.locator('#order-panel .num').filter({ hasText: /^\d+$/ }).first()
  await expect(number).toBeVisible()
  return (await number.textContent())!
}
