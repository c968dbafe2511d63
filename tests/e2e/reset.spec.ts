import { refusal } from './support/complaints'
import { somebody } from './support/crew'
import { otherThan, shownCode, signIn } from './support/doors'
import { expect, test } from './support/floor'
import { say } from './support/words'

test('R32: who forgot the password comes in with a code, and whoever was signed in elsewhere is out', async ({
  guest,
  open,
  db,
  complaints,
}) => {
  complaints.expect(...refusal)
  const { name, username, phone, cookie } = await somebody(db, '林書宇')
  const typed = phone.replace('+886', '0')
  const elsewhere = await open('desk')
  await elsewhere.goto('/')
  await elsewhere.context().addCookies([{ ...cookie, url: elsewhere.url() }])
  await elsewhere.goto('/account')
  await expect(elsewhere.getByRole('heading', { name })).toBeVisible()

  await guest.goto('/sign-in')
  await signIn(guest, typed, 'not the password')
  await expect(guest.getByText(say('auth.wrong'))).toBeVisible()
  await guest.getByRole('link', { name: say('auth.forgot') }).tap()
  await guest.getByLabel(say('auth.phone')).fill(typed)
  await guest.getByRole('button', { name: say('auth.code.send') }).tap()

  const code = await shownCode(guest)
  const field = guest.getByLabel(say('ui.code.label'))
  const password = guest.getByLabel(say('auth.new_password'))
  const done = guest.getByRole('button', { name: say('auth.code.do_reset') })
  await field.fill(otherThan(code))
  await password.fill('three teaspoons')
  await done.tap()
  await expect(field).toHaveAccessibleDescription(say('auth.code.wrong', { count: 4 }))
  await field.fill(code)
  await password.fill('short')
  await done.tap()
  await expect(password).toHaveAccessibleDescription(say('auth.password_bad'))
  await field.fill(code)
  await password.fill('three teaspoons')
  await done.tap()
  await expect(guest).toHaveURL('/')
  await guest.goto('/account')
  await expect(guest.getByRole('heading', { name })).toBeVisible()

  await elsewhere.reload()
  await expect(elsewhere.getByLabel(say('auth.login'))).toBeVisible()
  await signIn(elsewhere, username, username)
  await expect(elsewhere.getByText(say('auth.wrong'))).toBeVisible()
  await signIn(elsewhere, username, 'three teaspoons')
  await expect(elsewhere.getByRole('heading', { name })).toBeVisible()
})
