import type { FC } from 'hono/jsx'
import type { StaffPerson } from '../../domain/people/staff/queries'
import { paths } from '../paths'
import { Alert } from '../ui/form'
import { Icon } from '../ui/icon'
import { phoneText } from '../ui/phone'
import { useView } from '../ui/view'
import { whenText } from '../ui/when'
import { auditHref } from './audit-filter'
import { type OfficeFrame, OfficeLayout } from './layout'
import { type GrantEdit, isLocked, rightNames, Tick, tickId } from './right-tick'
import { PinFact } from './staff-pin'
import { UnsavedBar } from './unsaved-bar'

export type StaffPersonProps = {
  frame: OfficeFrame
  timeZone: string
  isYou: boolean
  person: StaffPerson
  edit: GrantEdit
  problem?: string | undefined
}

const params = ({ frame: { place }, person }: StaffPersonProps) => ({
  brand: place.brandSlug,
  store: place.storeSlug,
  id: person.member.id,
})

export const StaffPersonPanel: FC<StaffPersonProps> = (props) => {
  const view = useView()
  const { t } = view
  const { person, isYou, timeZone, edit } = props
  const { member } = person
  const isOff = !member.isActive
  return (
    <main id="main" tabindex={-1} class="mx-auto w-full max-w-[40rem] px-4 pt-4 pb-28 lg:overflow-y-auto">
      <div class="flex items-center gap-4">
        <span class={`face size-14 text-2xl ${isOff ? 'is-off' : ''}`} aria-hidden="true">
          {member.name.slice(0, 1)}
        </span>
        <div>
          <h1 class="text-xl leading-8">{member.name}</h1>
          <p class="num text-sm text-muted">
            {isYou
              ? t('staff.you')
              : member.lastSignInAt
                ? t('staff.seen_at', {
                    when: [whenText(view, member.lastSignInAt, timeZone), member.onTablet ?? []]
                      .flat()
                      .join(t('office.comma')),
                  })
                : t('staff.never_seen')}
          </p>
        </div>
      </div>
      <div class="mt-4">
        <Alert text={props.problem} />
      </div>
      <form id="rights-form" method="post" action={paths.officeStaffPersonRights.href(params(props))}>
        <section class="mt-6" aria-labelledby="g-h" data-row={member.name}>
          <h2 class="border-b border-line pb-2 text-lg" id="g-h">
            {t('staff.may_do')}
          </h2>
          {rightNames.map((right) => (
            <label class="choice border-b border-line border-t-0!" for={tickId(member.id, right)}>
              <span class="flex-1 leading-6">
                {t(`staff.right.${right}`)}
                <span class="block text-xs font-normal text-muted">
                  {t(`staff.right_note.${right}`)}
                  {!isOff && isLocked({ right, edit, isOwn: isYou, isOff }) && (
                    <> {t(isYou && right === 'p4' ? 'staff.locked_own' : 'staff.locked_not_held')}</>
                  )}
                  <span data-was-note hidden>
                    {' '}
                    {t('staff.was')} <del>{t(member[right] ? 'audit.allowed' : 'audit.not_allowed')}</del>
                  </span>
                </span>
              </span>
              <Tick grant={member} right={right} edit={edit} isOwn={isYou} isOff={isOff} />
            </label>
          ))}
        </section>
      </form>
      <Facts {...props} />
      {!isYou && <Leaving {...props} />}
    </main>
  )
}

const Facts: FC<StaffPersonProps> = (props) => {
  const { frame, timeZone } = props
  const { member, actsToday } = props.person
  const at = params(props)
  const view = useView()
  const { t } = view
  return (
    <section class="mt-8" aria-labelledby="f-h">
      <h2 class="border-b border-line pb-2 text-lg" id="f-h">
        {t('staff.facts')}
      </h2>
      <dl class="facts">
        {member.phone && (
          <div>
            <dt>{t('staff.phone')}</dt>
            <dd class="num">{phoneText(member.phone)}</dd>
            <dd>
              <a class="act" href={`tel:${member.phone}`}>
                {t('staff.call')}
              </a>
            </dd>
          </div>
        )}
        <PinFact member={member} action={paths.officePinReset.href(at)} />
        <div>
          <dt>{t('staff.col.by')}</dt>
          <dd class="num">
            {[member.createdByName ?? t('office.actor.system'), whenText(view, member.createdAt, timeZone)].join(
              t('office.comma'),
            )}
          </dd>
        </div>
        <div>
          <dt>{t('staff.acts')}</dt>
          <dd class="num">{t('staff.acts_today', { count: actsToday })}</dd>
          <dd>
            <a class="act" href={auditHref(frame.place, { who: member.accountId })}>
              {t('staff.see_log')}
            </a>
          </dd>
        </div>
      </dl>
    </section>
  )
}

/** The end of somebody's work here, and the way back: nothing they did is lost either way. */
const Leaving: FC<StaffPersonProps> = (props) => {
  const { t } = useView()
  const { name, isActive } = props.person.member
  const path = isActive ? paths.officeStaffDeactivation : paths.officeStaffReactivation
  return (
    <section class="mt-8" aria-labelledby="x-h">
      <h2 class="text-lg" id="x-h">
        {t(isActive ? 'staff.leaves' : 'staff.left')}
      </h2>
      <p class="mt-1 text-sm">{t(isActive ? 'staff.leaves_lead' : 'staff.left_lead')}</p>
      <form method="post" action={path.href(params(props))}>
        <button class={`btn mt-3 w-full ${isActive ? 'btn-error btn-outline' : ''}`} type="submit">
          {t(isActive ? 'staff.deactivate_name' : 'staff.reactivate_name', { name })}
        </button>
      </form>
    </section>
  )
}

export const StaffPersonPage: FC<StaffPersonProps> = (props) => {
  const { t } = useView()
  const { place } = props.frame
  const { name, phone } = props.person.member
  const call = phone && (
    <a class="btn btn-ghost btn-square" href={`tel:${phone}`} aria-label={t('staff.call_name', { name })}>
      <Icon name="phone" />
    </a>
  )
  const up = paths.officeStaff.href({ brand: place.brandSlug, store: place.storeSlug })
  const bar =
    'fixed inset-x-0 bottom-16 z-20 flex gap-2 border-t border-line bg-card px-4 py-3 lg:bottom-0 lg:justify-end lg:px-6'
  return (
    <OfficeLayout frame={props.frame} noun="staff" title={name} up={up} scripts={['staff.js']} acts={call}>
      <StaffPersonPanel {...props} />
      <UnsavedBar form="rights-form" undo={paths.officeStaffPerson.href(params(props))} class={bar} isQuiet />
    </OfficeLayout>
  )
}

export const staffPersonScreen = { Page: StaffPersonPage, Panel: StaffPersonPanel }
