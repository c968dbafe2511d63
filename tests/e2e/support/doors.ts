import { expect, type Page } from '@playwright/test'
import { say } from './words'

/** The code that the demo shows on the page instead of sending it. */
export async function shownCode(page: Page): Promise<string> {
  const notice = page.getByText(say('ui.code.demo'))
  await expect(notice).toBeVisible()
  return ((await notice.textContent()) ?? '').replace(/\D/g, '').slice(-6)
}

/** Six digits that are not these. */
export const otherThan = (code: string): string => (code === '000000' ? '000001' : '000000')

export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel(say('auth.login')).fill(login)
  await page.getByLabel(say('ui.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: say('auth.sign_in'), exact: true }).click()
}

type NewPerson = { name: string; phone: string; login: string; password: string }

/** The form of a new account, up to the page of its code. */
export async function askForAccount(page: Page, { name, phone, login, password }: NewPerson): Promise<void> {
  await page.getByLabel(say('auth.name')).fill(name)
  await page.getByLabel(say('auth.phone')).fill(phone)
  await page.getByLabel(say('auth.new_login')).fill(login)
  await page.getByLabel(say('ui.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: say('auth.code.send') }).click()
  await expect(page.getByRole('heading', { name: say('auth.code.title_sign_up') })).toBeVisible()
}
