import { setRights } from '../../domain/people/staff/set-rights'
import { staffScreen } from '../../views/office/staff'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'
import { readRights, rightsWords, staffProps } from './staff-props'

export const staff = router()

staff.get(paths.officeStaff.pattern, need('staff.manage'), async (c) => show(c, staffScreen, await staffProps(c)))

staff.post(paths.officeStaffRights.pattern, need('staff.manage'), async (c) => {
  const { changes, typed } = await readRights(c)
  const result = await run(c, setRights, { changes })
  const { brandSlug: brand, storeSlug: store } = c.var.place
  if (result.ok) return goTo(c, paths.officeStaff.href({ brand, store }))
  if (result.refusal.reason === 'not_found') throw new NotFound()
  return show(c, staffScreen, { ...(await staffProps(c, typed)), problem: rightsWords(c, result.refusal) }, 422)
})
