import type { FC } from 'hono/jsx'
import type { StoreTablet } from '../../domain/people/devices/queries'
import type { StaffList } from '../../domain/people/staff/queries'
import { paths } from '../paths'
import { Alert } from '../ui/form'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { type OfficeFrame, OfficeLayout } from './layout'
import type { GrantEdit } from './right-tick'
import { Count, Head } from './staff-head'
import { InvitationPanel, InviteForm, type InviteTyped, type ShownInvitation } from './staff-invite'
import { InvitedRow, StaffRow } from './staff-row'
import { needsSearch, StaffSearch, staffFound } from './staff-search'
import { TabletAside, type TabletShown, Tablets } from './tablets'
import { UnsavedBar } from './unsaved-bar'

export type StaffProps = {
  frame: OfficeFrame
  timeZone: string
  /** The reader's own account. */
  you: string
  list: StaffList
  /** Who is looked for. */
  q?: string | undefined
  tablets: StoreTablet[]
  edit: GrantEdit
  /** Why what was ticked could not be saved. */
  problem?: string | undefined
  /** The tablet that is looked at, or what is being paired. */
  tablet?: TabletShown | undefined
  shown?: ShownInvitation | undefined
  invite?: InviteTyped | undefined
}

const sideBySide =
  'grid min-h-0 min-w-0 max-[88rem]:content-start lg:max-[88rem]:overflow-y-auto min-[88rem]:grid-cols-[minmax(0,1fr)_20rem]'
const barPlace =
  'flex items-center gap-4 border-t border-line bg-card px-6 py-3 max-[88rem]:sticky max-[88rem]:z-20 max-lg:bottom-16 lg:max-[88rem]:bottom-0 max-lg:flex-wrap max-lg:gap-2 max-lg:px-4'
const asideClass =
  'flex flex-col border-line bg-card min-[88rem]:min-h-0 px-6 py-5 max-[88rem]:border-t max-lg:px-4 max-lg:pb-10 min-[88rem]:overflow-y-auto min-[88rem]:border-s'

export const StaffPanel: FC<StaffProps> = (props) => {
  const { t } = useView()
  const { frame, list, timeZone, edit } = props
  const { place } = frame
  const at = { brand: place.brandSlug, store: place.storeSlug }
  const row = { place, timeZone, edit }
  const found = staffFound(list, props.q)
  const isSearched = needsSearch(list, props.q)
  return (
    <div id="staff-panel" class={sideBySide}>
      <main
        id="main"
        tabindex={-1}
        class="grid min-w-0 min-[88rem]:min-h-0 min-[88rem]:grid-rows-[auto_minmax(0,1fr)_auto]"
      >
        <header
          class={`flex items-center gap-6 px-6 pt-5 pb-4 ${isSearched ? 'max-lg:px-4 max-lg:py-3' : 'max-lg:hidden'}`}
        >
          <div class="max-lg:hidden">
            <h1 class="text-xl">{t('office.noun.staff')}</h1>
            <Count list={list} />
          </div>
          {isSearched && <StaffSearch action={paths.officeStaff.href(at)} q={props.q} />}
        </header>
        <div class="border-t border-line max-lg:border-0 min-[88rem]:min-h-0 min-[88rem]:overflow-y-auto">
          {props.problem && (
            <div class="px-6 py-3 max-lg:px-4">
              <Alert text={props.problem} />
            </div>
          )}
          <form id="rights-form" method="post" action={paths.officeStaffRights.href(at)}>
            <table class="ledger grants">
              <caption class="sr-only">{t('staff.caption', { store: place.storeName })}</caption>
              <Head />
              <tbody>
                {found.members
                  .filter(({ isActive }) => isActive)
                  .map((member) => (
                    <StaffRow {...row} member={member} isYou={member.accountId === props.you} />
                  ))}
                {found.invitations.map((invitation) => (
                  <InvitedRow {...row} invitation={invitation} />
                ))}
                {found.members
                  .filter(({ isActive }) => !isActive)
                  .map((member) => (
                    <StaffRow {...row} member={member} isYou={false} />
                  ))}
              </tbody>
            </table>
          </form>
          {found.members.length + found.invitations.length === 0 && (
            <p class="px-6 py-4 max-lg:px-4">
              {t('staff.none_found')}{' '}
              <a class="act" href={paths.officeStaff.href(at)}>
                {t('audit.all')}
              </a>
            </p>
          )}
          <Elsewhere {...props} />
          {list.admins.length > 0 && (
            <p class="px-6 py-4 text-sm text-muted max-lg:px-4">
              {t('staff.admins_before')} <b class="text-ink">{list.admins.join(t('staff.and'))}</b>{' '}
              {t('staff.admins_after')}
            </p>
          )}
        </div>
        <UnsavedBar form="rights-form" undo={paths.officeStaff.href(at)} class={barPlace} />
      </main>
      <aside class={asideClass} id="invite" aria-labelledby="invite-h">
        {props.tablet ? (
          <TabletAside place={place} timeZone={timeZone} shown={props.tablet} />
        ) : (
          <>
            {props.shown ? (
              <InvitationPanel place={place} shown={props.shown} />
            ) : (
              <InviteForm place={place} edit={edit} typed={props.invite} />
            )}
            <Tablets place={place} timeZone={timeZone} tablets={props.tablets} />
          </>
        )}
      </aside>
    </div>
  )
}

/** The rows' own acts: a form may not stand in another, so their buttons name these. */
const Elsewhere: FC<StaffProps> = ({ frame: { place }, list }) => {
  const at = (id: string) => ({ brand: place.brandSlug, store: place.storeSlug, id })
  return (
    <>
      {list.invitations.map(({ id }) => (
        <form id={`withdraw-${id}`} method="post" action={paths.officeInvitationWithdrawal.href(at(id))} hidden />
      ))}
      {list.members
        .filter(({ isActive }) => !isActive)
        .map(({ id }) => (
          <form id={`back-${id}`} method="post" action={paths.officeStaffReactivation.href(at(id))} hidden />
        ))}
    </>
  )
}

export const StaffPage: FC<StaffProps> = (props) => {
  const { t } = useView()
  const invite = (
    <a class="btn btn-ghost btn-square" href="#invite" aria-label={t('staff.invite')}>
      <Icon name="user-round-plus" />
    </a>
  )
  return (
    <OfficeLayout frame={props.frame} noun="staff" title={t('office.noun.staff')} acts={invite} scripts={['staff.js']}>
      <StaffPanel {...props} />
    </OfficeLayout>
  )
}

export const staffScreen = { Page: StaffPage, Panel: StaffPanel }
