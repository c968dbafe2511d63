import type { FC } from 'hono/jsx'
import type { StaffList } from '../../domain/people/staff/queries'
import { useView } from '../ui/view'
import { rightNames } from './right-tick'

/** How many work here, were asked, and left. */
export const Count: FC<{ list: StaffList }> = ({ list }) => {
  const { t } = useView()
  const active = list.members.filter(({ isActive }) => isActive).length
  const off = list.members.length - active
  const asked = list.invitations.length
  const words = [
    t('staff.people', { count: active }),
    ...(asked > 0 ? [t('staff.asked', { count: asked })] : []),
    ...(off > 0 ? [t('staff.off', { count: off })] : []),
  ]
  return <p class="num text-sm text-muted">{words.join(t('office.comma'))}</p>
}

/** What each column of ticks allows, in words. */
export const Head: FC = () => {
  const { t } = useView()
  return (
    <thead>
      <tr>
        <th scope="col">{t('staff.col.person')}</th>
        {rightNames.map((right) => (
          <th scope="col">
            <b>{t(`staff.right.${right}`)}</b>
            <span class="max-[88rem]:hidden">{t(`staff.right_note.${right}`)}</span>
          </th>
        ))}
        <th scope="col">{t('staff.col.seen')}</th>
        <th scope="col">{t('staff.col.by')}</th>
      </tr>
    </thead>
  )
}
