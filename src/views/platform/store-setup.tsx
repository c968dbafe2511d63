import type { FC } from 'hono/jsx'
import { Field, FieldError, fieldAttrs } from '../ui/form'
import { useView } from '../ui/view'
import { dateText } from '../ui/words'
import type { TypedStore } from './store-form'
import type { StoreErrors } from './store-words'

const monday = Date.UTC(2024, 0, 1)
const dayMs = 86_400_000
/** Monday first; 0 is Sunday. */
const weekdays = [1, 2, 3, 4, 5, 6, 0]

/** What a new store begins with: the days and hours it opens, and where it cooks. */
export const FirstSetup: FC<{ typed: TypedStore; errors: StoreErrors }> = ({ typed, errors }) => {
  const { t, lang } = useView()
  const dayName = (weekday: number) =>
    dateText(new Date(monday + ((weekday + 6) % 7) * dayMs), lang, 'UTC', { weekday: 'narrow' })
  return (
    <>
      <fieldset>
        <legend class="text-sm leading-6 font-bold">{t('platform.store.days')}</legend>
        <div class="mt-1.5 grid grid-cols-7 gap-1.5">
          {weekdays.map((weekday) => (
            <label class="pick min-h-11 p-0">
              {dayName(weekday)}
              <input type="checkbox" name="weekdays" value={weekday} checked={typed.weekdays.includes(weekday)} />
            </label>
          ))}
        </div>
        <div class="mt-3 grid grid-cols-2 gap-3">
          {(['opens', 'closes'] as const).map((name) => (
            <Field name={name} label={t(`platform.store.${name}`)}>
              <input class="input num" type="time" value={typed[name]} {...fieldAttrs(name)} />
            </Field>
          ))}
        </div>
        <FieldError id="e-hours" text={errors.hours} />
      </fieldset>
      <Field
        name="stations"
        label={t('platform.store.stations')}
        hint={t('platform.store.stations_hint')}
        error={errors.stations}
      >
        <input
          class="input"
          maxlength={200}
          value={typed.stations}
          {...fieldAttrs('stations', errors.stations, 'hint')}
        />
      </Field>
    </>
  )
}
