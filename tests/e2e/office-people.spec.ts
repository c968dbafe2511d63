import { paths } from '../../src/views/paths'
import { slugsOf } from './support/by-phone'
import { aMobile, aUsername, hire, somebody } from './support/crew'
import { askForAccount, shownCode } from './support/doors'
import { expect, test } from './support/floor'
import { say } from './support/words'

test('R30, R33: a manager invites by link; who joins sees only what they may, what changes is seen at once, and the log says who did what', async ({
  open,
  guest,
  shop,
  db,
  complaints,
}) => {
  complaints.expect(/403/)
  const slugs = slugsOf(shop)
  const manager = await somebody(db, '張雅婷')
  await hire(db, manager, shop, { p1: true, p2: true, p3: true, p4: true })
  const office = await open('desk')
  await office.goto('/')
  await office.context().addCookies([{ ...manager.cookie, url: office.url() }])

  await office.goto(paths.officeStaff.href(slugs))
  const aside = office.getByRole('complementary', { name: say('staff.invite') })
  await aside.getByLabel(say('staff.invite_name')).fill('黃冠宇')
  await aside.getByRole('checkbox', { name: say('staff.right.p1') }).check()
  await aside.getByRole('button', { name: say('staff.make_link') }).click()
  const link = await office.getByLabel(say('staff.send_link'), { exact: true }).inputValue()
  await expect(office.getByRole('row', { name: '黃冠宇' })).toContainText(say('staff.not_yet'))

  await guest.goto(new URL(link).pathname)
  await expect(guest.getByText(say('staff.right.p1'))).toBeVisible()
  await expect(guest.getByText(say('staff.right.p2'))).toBeHidden()
  await guest.getByRole('link', { name: say('auth.join_sign_up') }).tap()
  const person = { name: '黃冠宇', login: aUsername(), password: 'two teaspoons' }
  await askForAccount(guest, { ...person, phone: aMobile().replace('+886', '0') })
  await guest.getByLabel(say('ui.code.label')).fill(await shownCode(guest))
  await guest.getByRole('button', { name: say('auth.join_accept', { name: person.name }) }).tap()

  const counter = guest.getByRole('link', {
    name: say('auth.room_at', { store: '本店', room: say('auth.room.counter') }),
  })
  const room = guest.getByRole('link', { name: say('auth.room_at', { store: '本店', room: say('auth.room.office') }) })
  await expect(counter).toBeVisible()
  await expect(room).toBeHidden()
  expect((await guest.goto(paths.officeOrders.href(slugs)))?.status()).toBe(403)
  await guest.goto(paths.desks.href({}))
  await counter.tap()
  await expect(guest).toHaveURL(paths.counterQueue.href(slugs))

  await office.goto(paths.officeStaff.href(slugs))
  const row = office.getByRole('row', { name: person.name })
  await row.getByRole('checkbox', { name: say('staff.right.p2') }).check()
  await expect(office.getByText(say('staff.gained'))).toContainText(say('staff.right.p2'))
  const save = office.getByRole('button', { name: say('staff.save_count', { count: 1 }) })
  await save.click()
  await expect(save).toBeHidden()
  await expect(row.getByRole('checkbox', { name: say('staff.right.p2') })).toBeChecked()
  await guest.goto(paths.desks.href({}))
  await room.tap()
  await expect(guest).toHaveURL(paths.officeOrders.href(slugs))
  expect((await guest.goto(paths.officeStaff.href(slugs)))?.status()).toBe(403)

  await office.getByRole('link', { name: say('office.noun.audit') }).click()
  const entry = office.getByRole('row').filter({ hasText: say('audit.action.staff.rights') })
  await expect(entry).toContainText([manager.name])
  await expect(entry).toContainText([person.name])
  await entry.getByRole('link').click()
  const whole = office.getByRole('complementary', { name: person.name })
  const changed = whole.getByRole('row', { name: say('audit.field.p2') })
  await expect(changed).toContainText(say('audit.not_allowed'))
  await expect(changed.locator('ins')).toHaveText(say('audit.allowed'))
  const joined = office.getByRole('row').filter({ hasText: say('audit.action.invitation.accept') })
  await expect(joined).toContainText([person.name])
})
