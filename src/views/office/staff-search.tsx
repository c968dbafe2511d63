import type { FC } from 'hono/jsx'
import type { StaffList } from '../../domain/people/staff/queries'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'

/** So many fit on a screen: who has no more needs no search. */
const few = 7

/** Those whose name or number has this in it; numbers are kept with their country code, and typed without. */
export function staffFound(list: StaffList, q: string | undefined): StaffList {
  if (!q) return list
  const digits = q.replace(/\D/g, '').replace(/^0/, '')
  const isFound = ({ name, phone }: { name: string; phone?: string | null }) =>
    name.toLowerCase().includes(q.toLowerCase()) || (digits.length >= 3 && (phone ?? '').includes(digits))
  return { ...list, members: list.members.filter(isFound), invitations: list.invitations.filter(isFound) }
}

export const needsSearch = (list: StaffList, q: string | undefined): boolean =>
  q !== undefined || list.members.length + list.invitations.length > few

/** Looks for somebody by name or number; the URL is the state. */
export const StaffSearch: FC<{ action: string; q: string | undefined }> = ({ action, q }) => {
  const { t } = useView()
  return (
    <search class="ms-auto max-lg:ms-0 max-lg:flex-1">
      <form method="get" action={action}>
        <label class="input h-11 w-56 max-lg:w-full">
          <span class="sr-only">{t('staff.search')}</span>
          <Icon name="search" class="size-4 text-muted" />
          <input
            class="text-sm"
            type="search"
            name="q"
            value={q ?? ''}
            maxlength={60}
            placeholder={t('staff.search')}
          />
        </label>
      </form>
    </search>
  )
}
