import { refusal } from './support/complaints'
import { aMobile, aUsername } from './support/crew'
import { askForAccount, otherThan, shownCode, signIn } from './support/doors'
import { expect, test } from './support/floor'
import { boxOf, goToCheckout, numberOn, payHow, shopUrl, take } from './support/meal'
import { say } from './support/words'

const aGuest = () => ({
  name: '陳小姐',
  phone: aMobile().replace('+886', '0'),
  login: aUsername(),
  password: 'two teaspoons',
})

test('R32: a guest opens an account with a code; cart and order come along, and the phone opens the door afterwards', async ({
  guest,
  shop,
  complaints,
}) => {
  complaints.expect(...refusal)
  const person = aGuest()
  await guest.goto(shopUrl(shop))
  await take(guest, '紅茶')
  await goToCheckout(guest)
  await payHow(guest, 'cash')
  await guest.getByRole('button', { name: say('shop.checkout.go_cash') }).tap()
  const number = await numberOn(guest)
  await guest.goto(shopUrl(shop))
  await take(guest, '小黃瓜')

  await guest.getByRole('link', { name: say('shop.sign_in') }).tap()
  await guest.getByRole('link', { name: say('auth.open_account') }).tap()
  await expect(guest.getByText(say('auth.cart_comes_along', { count: 1 }))).toBeVisible()
  await askForAccount(guest, person)
  const code = await shownCode(guest)
  const field = guest.getByLabel(say('ui.code.label'))
  await field.fill(otherThan(code))
  await expect(field).toHaveAccessibleDescription(say('auth.code.wrong', { count: 4 }))
  await expect(field).toBeFocused()
  await field.fill(code)

  await expect(guest.getByLabel(say('shop.menu.change', { name: '小黃瓜', count: 1 }))).toBeVisible()
  await guest.getByRole('link', { name: say('account.title') }).tap()
  await expect(guest.getByRole('heading', { name: person.name })).toBeVisible()
  await expect(guest.getByRole('region', { name: say('account.section.orders') })).toContainText(number)

  await guest
    .getByRole('button', { name: say('auth.sign_out') })
    .first()
    .tap()
  await expect(guest).toHaveURL('/')
  await guest.goto(shopUrl(shop))
  await expect(boxOf(guest, '小黃瓜')).toBeVisible()
  await guest.getByRole('link', { name: say('shop.sign_in') }).tap()
  await signIn(guest, person.phone, person.password)
  await expect(guest.getByLabel(say('shop.menu.change', { name: '小黃瓜', count: 1 }))).toBeVisible()
  await guest.getByRole('link', { name: say('account.title') }).tap()
  await expect(guest.getByRole('region', { name: say('account.section.orders') })).toContainText(number)
})

test('without scripts an account is opened too: a mistake keeps what was typed, a wrong code asks again', async ({
  open,
  complaints,
}) => {
  complaints.expect(...refusal)
  const person = aGuest()
  const guest = await open('phone', { javaScriptEnabled: false })
  await guest.goto('/sign-up')
  await guest.getByLabel(say('auth.name')).fill(person.name)
  await guest.getByLabel(say('auth.new_login')).fill(person.login)
  await guest.getByRole('button', { name: say('auth.code.send') }).click()
  const phone = guest.getByLabel(say('auth.phone'))
  await expect(phone).toHaveAccessibleDescription(say('auth.phone_bad'))
  await expect(guest.getByLabel(say('auth.name'))).toHaveValue(person.name)
  await expect(guest.getByLabel(say('auth.new_login'))).toHaveValue(person.login)

  await askForAccount(guest, person)
  const code = await shownCode(guest)
  const field = guest.getByLabel(say('ui.code.label'))
  const done = guest.getByRole('button', { name: say('auth.code.do_sign_up') })
  await field.fill(otherThan(code))
  await done.click()
  await expect(field).toHaveAccessibleDescription(say('auth.code.wrong', { count: 4 }))
  await field.fill(code)
  await done.click()
  await guest.goto('/account')
  await expect(guest.getByRole('heading', { name: person.name })).toBeVisible()
})
