import type { FC } from 'hono/jsx'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { dayText } from './day'
import { type LedgerFilter, ledgerHref } from './order-filter'

type Place = { brandSlug: string; storeSlug: string }

/** Which business day: today, or another by its date. */
export const DayChoice: FC<{ place: Place; filter: LedgerFilter; today: string; day: string }> = ({
  place,
  filter,
  today,
  day,
}) => {
  const { t, lang } = useView()
  const { day: _day, ...others } = filter
  return (
    <>
      <button class="chip is-on cursor-pointer" type="button" popovertarget="f-day">
        {day === today ? t('office.orders.today') : <span class="num">{dayText(day, lang)}</span>}
        <Icon name="chevron-down" class="size-4" />
      </button>
      <div class="drop" id="f-day" popover="auto">
        <ul>
          <li>
            <a href={ledgerHref(place, others)} {...(day === today ? { 'aria-current': 'true' } : {})}>
              {t('office.orders.today')}
            </a>
          </li>
        </ul>
        <form class="flex items-end gap-2 border-t border-line p-3" method="get" action={ledgerHref(place, {})}>
          <Others filter={others} />
          <div class="field">
            <label for="f-day-input">{t('office.orders.other_day')}</label>
            <input
              class="input num min-w-44"
              id="f-day-input"
              type="date"
              name="day"
              value={day}
              max={today}
              required
            />
          </div>
          <button class="btn" type="submit">
            {t('office.orders.show_day')}
          </button>
        </form>
      </div>
    </>
  )
}

/** The other filters travel along as hidden fields. */
export const Others: FC<{ filter: Record<string, string | undefined> }> = ({ filter }) => (
  <>
    {Object.entries(filter).map(
      ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
    )}
  </>
)
