import { demoPin } from '../../src/db/seed/accounts'
import { paths } from '../../src/views/paths'
import { orderBy, slugsOf } from './support/by-phone'
import { refusal } from './support/complaints'
import { aMobile, aUsername, hire, somebody } from './support/crew'
import { askForAccount, shownCode } from './support/doors'
import { expect, test } from './support/floor'
import { say } from './support/words'

test('R30, R33: invited, she joins, sets a PIN, switches in on the paired tablet and takes money; the log knows her and the tablet', async ({
  open,
  guest,
  shop,
  db,
  stranger,
  complaints,
}) => {
  complaints.expect(...refusal)
  const slugs = slugsOf(shop)
  const manager = await somebody(db, '張雅婷')
  await hire(db, manager, shop, { p1: true, p4: true })
  const office = await open('desk')
  await office.goto('/')
  await office.context().addCookies([{ ...manager.cookie, url: office.url() }])
  await office.goto(paths.officeStaff.href(slugs))
  const aside = office.getByRole('complementary', { name: say('staff.invite') })
  await aside.getByLabel(say('staff.invite_name')).fill('黃小芸')
  await aside.getByRole('checkbox', { name: say('staff.right.p1') }).check()
  await aside.getByRole('button', { name: say('staff.make_link') }).click()
  const link = await office.getByLabel(say('staff.send_link'), { exact: true }).inputValue()

  // She joins on her own phone, and gives herself a PIN there.
  const yun = { name: '黃小芸', login: aUsername(), password: 'two teaspoons' }
  await guest.goto(new URL(link).pathname)
  await guest.getByRole('link', { name: say('auth.join_sign_up') }).tap()
  await askForAccount(guest, { ...yun, phone: aMobile().replace('+886', '0') })
  await guest.getByLabel(say('ui.code.label')).fill(await shownCode(guest))
  await guest.getByRole('button', { name: say('auth.join_accept', { name: yun.name }) }).tap()
  await expect(guest.getByRole('heading', { name: say('auth.desks_hello', { name: yun.name }) })).toBeVisible()
  await guest.goto(paths.account.href({}))
  const fill = say('account.change_what', { act: say('account.fill'), what: 'PIN' })
  await guest.getByRole('link', { name: fill }).tap()
  await guest.getByLabel(say('account.proof')).fill(yun.password)
  const pin = guest.getByLabel(say('tablet.account.new'))
  await pin.fill('1234')
  await guest.getByRole('button', { name: say('tablet.account.set') }).tap()
  await expect(pin).toHaveAccessibleDescription(say('tablet.account.weak'))
  await guest.getByLabel(say('account.proof')).fill(yun.password)
  await pin.fill('4827')
  await guest.getByRole('button', { name: say('tablet.account.set') }).tap()
  await expect(guest.getByText(say('tablet.account.is_set'))).toBeVisible()

  // The tablet shows letters, the office types them, and the tablet goes on by itself.
  const tablet = await open('tablet')
  await tablet.goto(paths.counterPair.href({}))
  const code = (await tablet.locator('.pair i').allTextContents()).join('')
  await office.goto(paths.officeStaff.href(slugs))
  await office.getByRole('link', { name: say('tablet.office.pair') }).click()
  await office.getByLabel(say('tablet.office.code')).fill(code.toLowerCase())
  await office.getByLabel(say('tablet.office.name')).fill('櫃檯 1')
  await office.getByRole('button', { name: say('tablet.office.do_pair', { store: '本店' }) }).click()
  await expect(office.getByRole('heading', { name: '櫃檯 1' })).toBeVisible()
  await expect(tablet.getByRole('heading', { name: say('tablet.pin.title') })).toBeVisible()

  // A wrong PIN by touch, the right one by keyboard.
  const order = await orderBy(stranger, shop)
  await tablet.getByRole('link', { name: yun.name }).click()
  await expect(tablet.getByRole('heading', { name: say('tablet.pin.of', { name: yun.name }) })).toBeVisible()
  for (const key of ['9', '0', '5', '1']) await tablet.getByRole('button', { name: key, exact: true }).click()
  await expect(tablet.getByRole('alert')).toContainText(say('tablet.pin.wrong', { count: 4 }))
  await tablet.keyboard.type('48')
  await expect(tablet.getByText(say('tablet.pin.typed', { typed: 2, all: 4 }))).toBeAttached()
  await tablet.keyboard.type('27')
  await expect(tablet).toHaveURL(paths.counterQueue.href(slugs))

  await tablet.goto(paths.counterPayment.href({ ...slugs, id: order.id }))
  await tablet.getByRole('button', { name: say('counter.pay.done') }).click()
  await expect(tablet.getByText(say('counter.pay.stamp'))).toBeVisible()
  await tablet.getByRole('button', { name: say('tablet.pin.lock') }).click()
  await expect(tablet.getByRole('heading', { name: say('tablet.pin.title') })).toBeVisible()
  await tablet.goto(paths.counterQueue.href(slugs))
  await expect(tablet.getByRole('heading', { name: say('tablet.pin.title') })).toBeVisible()

  // The log names her and the tablet; revoked, the tablet is nobody's.
  await office.goto(paths.officeAudit.href(slugs))
  const taken = office.getByRole('row').filter({ hasText: say('audit.action.payment.confirm') })
  await expect(taken).toContainText(yun.name)
  await expect(taken).toContainText('櫃檯 1')
  await office.goto(paths.officeStaff.href(slugs))
  await office.getByRole('link', { name: say('tablet.office.revoke_name', { name: '櫃檯 1' }) }).click()
  await office.getByRole('button', { name: say('tablet.office.revoke_name', { name: '櫃檯 1' }) }).click()
  await expect(office.getByText(say('tablet.office.none'))).toBeVisible()
  await expect(tablet.getByRole('heading', { name: say('tablet.pair.title') })).toBeVisible()
})

test('without scripts a tablet is paired, a PIN typed and sent by hand', async ({ open, shop, db }) => {
  const slugs = slugsOf(shop)
  const manager = await somebody(db, '張雅婷')
  await hire(db, manager, shop, { p4: true })
  const tablet = await open('tablet', { javaScriptEnabled: false })
  await tablet.goto(paths.counterPair.href({}))
  const code = (await tablet.locator('.pair i').allTextContents()).join('')
  const office = await open('desk', { javaScriptEnabled: false })
  await office.goto('/')
  await office.context().addCookies([{ ...manager.cookie, url: office.url() }])
  await office.goto(paths.officeNewTablet.href(slugs))
  await office.getByLabel(say('tablet.office.code')).fill(code)
  await office.getByLabel(say('tablet.office.name')).fill('櫃檯 1')
  await office.getByRole('button', { name: say('tablet.office.do_pair', { store: '本店' }) }).click()

  await tablet.goto(paths.counterPair.href({}))
  await tablet.getByRole('link', { name: '周志明' }).click()
  await tablet.getByRole('textbox', { name: say('tablet.pin.of', { name: '周志明' }) }).fill(demoPin)
  await tablet.getByRole('button', { name: say('tablet.pin.enter') }).click()
  await expect(tablet).toHaveURL(paths.counterQueue.href(slugs))
})
