import type { FC } from 'hono/jsx'
import type { OpenInvitation, StaffMember } from '../../domain/people/staff/queries'
import { paths } from '../paths'
import { maskedPhone } from '../ui/phone'
import { useView } from '../ui/view'
import { dayOf, leftText, whenText } from '../ui/when'
import { type GrantEdit, RightTick, rightNames } from './right-tick'

type RowProps = { place: { brandSlug: string; storeSlug: string }; timeZone: string; edit: GrantEdit }

const params = ({ place }: RowProps, id: string) => ({ brand: place.brandSlug, store: place.storeSlug, id })

/** Somebody who works here, or did. */
export const StaffRow: FC<RowProps & { member: StaffMember; isYou: boolean }> = (props) => {
  const { member, isYou, timeZone, edit } = props
  const view = useView()
  const { t, lang, now } = view
  const seen = isYou
    ? t('staff.here_now')
    : member.lastSignInAt
      ? whenText(view, member.lastSignInAt, timeZone)
      : t('staff.never_seen')
  const last = (
    <>
      {seen}
      {member.onTablet && <span class="block text-xs text-muted">{member.onTablet}</span>}
    </>
  )
  return (
    <tr class={member.isActive ? undefined : 'is-off'} data-row={member.name}>
      <th scope="row">
        <span class="flex items-center gap-3">
          <span class={member.isActive ? 'face' : 'face is-off'} aria-hidden="true">
            {member.name.slice(0, 1)}
          </span>
          <span class="min-w-0 flex-1 leading-5 font-normal">
            <a class={member.isActive ? 'font-bold' : ''} href={paths.officeStaffPerson.href(params(props, member.id))}>
              {member.name}
            </a>
            <Under member={member} isYou={isYou} />
          </span>
          <span class="num text-end text-xs font-normal leading-5 text-muted lg:hidden">{last}</span>
        </span>
      </th>
      {rightNames.map((right) => (
        <td>
          <RightTick grant={member} right={right} edit={edit} isOwn={isYou} isOff={!member.isActive} />
        </td>
      ))}
      <td class="wide num">
        <span class="flex items-center justify-between gap-3">
          <span class="leading-5">{last}</span>
          {!member.isActive && (
            <button
              class="act relative z-1"
              type="submit"
              form={`back-${member.id}`}
              aria-label={t('staff.reactivate_name', { name: member.name })}
            >
              {t('staff.reactivate')}
            </button>
          )}
        </span>
      </td>
      <td class="wide num text-muted leading-5">
        {member.createdByName ?? '—'}
        <span class="block text-xs">{dayOf(member.createdAt, lang, timeZone, now)}</span>
      </td>
    </tr>
  )
}

const Under: FC<{ member: StaffMember; isYou: boolean }> = ({ member, isYou }) => {
  const { t } = useView()
  const quiet = (words: string) => <span class="num block text-xs text-muted">{words}</span>
  if (!member.isActive) return quiet(t('staff.is_off'))
  if (isYou) return quiet(t('staff.you'))
  if (member.isPinLocked) return <span class="num block text-xs text-bad">{t('tablet.pin.is_locked')}</span>
  if (member.p1 && !member.hasPin) return <span class="num block text-xs text-wait">{t('staff.no_pin')}</span>
  return member.phone ? quiet(maskedPhone(member.phone)) : null
}

/** Somebody who was asked and has not come yet. */
export const InvitedRow: FC<RowProps & { invitation: OpenInvitation }> = (props) => {
  const { invitation, timeZone, edit } = props
  const view = useView()
  const { t, lang, now } = view
  return (
    <tr data-row={invitation.name}>
      <th scope="row">
        <span class="flex items-center gap-3">
          <span class="face is-asked" aria-hidden="true">
            {invitation.name.slice(0, 1)}
          </span>
          <span class="min-w-0 flex-1 leading-5 font-normal">
            <a class="font-bold" href={`${paths.officeInvitation.href(params(props, invitation.id))}#invite`}>
              {invitation.name}
            </a>
            <span class="num block text-xs text-wait">
              {t('staff.link_holds', { left: leftText(view, invitation.expiresAt) })}
            </span>
          </span>
          <span class="num text-end text-xs font-normal leading-5 text-muted lg:hidden">{t('staff.not_yet')}</span>
        </span>
      </th>
      {rightNames.map((right) => (
        <td>
          <RightTick grant={invitation} right={right} edit={edit} isOwn={false} isOff />
        </td>
      ))}
      <td class="wide num">
        <span class="flex items-center justify-between gap-3">
          <span class="text-wait">{t('staff.not_yet')}</span>
          <button
            class="act relative z-1"
            type="submit"
            form={`withdraw-${invitation.id}`}
            aria-label={t('staff.withdraw_name', { name: invitation.name })}
          >
            {t('staff.withdraw')}
          </button>
        </span>
      </td>
      <td class="wide num text-muted leading-5">
        {invitation.createdByName ?? '—'}
        <span class="block text-xs">{dayOf(invitation.createdAt, lang, timeZone, now)}</span>
      </td>
    </tr>
  )
}
