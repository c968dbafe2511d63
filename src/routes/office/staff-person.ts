import { businessDay, businessDayRange } from '../../domain/brands/business-day'
import { stuckCount } from '../../domain/orders/saga/stuck'
import { grantable } from '../../domain/people/may'
import { resetPin } from '../../domain/people/pins/reset-pin'
import { staffPerson as query } from '../../domain/people/staff/queries'
import { type ActiveRefusal, deactivateGrant, reactivateGrant } from '../../domain/people/staff/set-active'
import { setRights } from '../../domain/people/staff/set-rights'
import { accountOf } from '../../domain/shared/ctx'
import type { Result } from '../../domain/shared/result'
import { type StaffPersonProps, staffPersonScreen } from '../../views/office/staff-person'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { type C, ctxOf } from '../kit/context'
import { NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'
import { frameOf } from './frame'
import { readRights, rightsWords } from './staff-props'

export const staffPerson = router()

staffPerson.get(paths.officeStaffPerson.pattern, need('staff.manage'), async (c) =>
  show(c, staffPersonScreen, await personProps(c)),
)

staffPerson.post(paths.officeStaffPersonRights.pattern, need('staff.manage'), async (c) => {
  const id = idParam(c, 'id')
  const { changes, typed } = await readRights(c)
  if (changes.some(({ grantId }) => grantId !== id)) throw new NotFound()
  const result = await run(c, setRights, { changes })
  if (result.ok) return goTo(c, personHref(c))
  if (result.refusal.reason === 'not_found') throw new NotFound()
  const problem = rightsWords(c, result.refusal)
  return show(c, staffPersonScreen, { ...(await personProps(c, typed)), problem }, 422)
})

staffPerson.post(paths.officeStaffDeactivation.pattern, need('staff.manage'), async (c) =>
  answer(c, await run(c, deactivateGrant, { grantId: idParam(c, 'id') })),
)
staffPerson.post(paths.officeStaffReactivation.pattern, need('staff.manage'), async (c) =>
  answer(c, await run(c, reactivateGrant, { grantId: idParam(c, 'id') })),
)

staffPerson.post(paths.officePinReset.pattern, need('staff.manage'), async (c) => {
  const result = await run(c, resetPin, { grantId: idParam(c, 'id') })
  if (!result.ok) throw new NotFound()
  return goTo(c, personHref(c))
})

async function answer(c: C, result: Result<unknown, ActiveRefusal>): Promise<Response> {
  if (result.ok) return goTo(c, personHref(c))
  if (result.refusal.reason === 'not_found') throw new NotFound()
  const problem = activeWords(c, result.refusal)
  return show(c, staffPersonScreen, { ...(await personProps(c)), problem }, 422)
}

function activeWords({ var: { t } }: C, refusal: Exclude<ActiveRefusal, { reason: 'not_found' }>): string {
  switch (refusal.reason) {
    case 'yourself':
      return t('staff.no.yourself')
    case 'not_held':
      return t('staff.no.not_held_whole', { right: t(`staff.right.${refusal.right}`) })
    case 'last_boss':
      return t('staff.no.last_boss')
  }
}

async function personProps(c: C, typed?: ReadonlySet<string>): Promise<StaffPersonProps> {
  const { deps, place, actor } = c.var
  const ctx = ctxOf(c)
  const day = businessDay(deps.now(), place.timeZone, place.cutoffMinute)
  const { from: today } = businessDayRange(day, place.timeZone, place.cutoffMinute)
  const person = await query(deps.db, ctx, idParam(c, 'id'), { today, beside: stuckCount(ctx) })
  if (!person) throw new NotFound()
  return {
    frame: frameOf(c, person.beside),
    timeZone: place.timeZone,
    isYou: person.member.accountId === accountOf(actor),
    person,
    edit: { grantable: grantable(actor, place), typed },
  }
}

const personHref = (c: C) =>
  paths.officeStaffPerson.href({ brand: c.var.place.brandSlug, store: c.var.place.storeSlug, id: idParam(c, 'id') })
