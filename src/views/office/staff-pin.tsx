import type { FC } from 'hono/jsx'
import type { StaffMember } from '../../domain/people/staff/queries'
import { useView } from '../ui/view'

/** Whether somebody can switch in on a tablet, and the way to take a forgotten, locked or known PIN away. */
export const PinFact: FC<{ member: StaffMember; action: string }> = ({ member, action }) => {
  const { t } = useView()
  const { hasPin, isPinLocked, name } = member
  return (
    <div>
      <dt>PIN</dt>
      <dd>
        {t(isPinLocked ? 'tablet.person.locked' : hasPin ? 'staff.pin_set' : 'staff.no_pin')}
        {hasPin && <span class="block text-xs leading-5 text-muted">{t('tablet.person.after_reset')}</span>}
      </dd>
      {hasPin && (
        <dd>
          <form method="post" action={action}>
            <button class="act" type="submit" aria-label={t('tablet.person.reset_name', { name })}>
              {t('tablet.person.reset')}
            </button>
          </form>
        </dd>
      )}
    </div>
  )
}
