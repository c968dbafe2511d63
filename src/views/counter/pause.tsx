import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import { paths } from '../paths'
import { pauseReasons, pauseReasonText } from '../ui/cause'
import { useView } from '../ui/view'
import type { BarProps } from './bar'
import { CounterPage, Frame } from './layout'
import { slugsOf } from './slugs'

/** How long ordering may stand still; the last until the business day ends or somebody reopens. */
export const pauseMinutes = ['15', '30', '60', 'rest_of_day'] as const

/** Why, then for how long: one tap on a time pauses. */
export const PauseForm: FC<{ place: Place }> = ({ place }) => {
  const { t } = useView()
  return (
    <form method="post" action={paths.counterPause.href(slugsOf(place))} class="grid gap-5 p-6">
      <div>
        <h2 class="text-xl">{t('counter.pause.title')}</h2>
        <p class="mt-1 text-sm text-muted">{t('counter.pause.what')}</p>
      </div>
      <fieldset class="grid gap-2">
        <legend class="mb-2 text-sm">{t('counter.pause.why')}</legend>
        <div class="grid grid-cols-3 gap-2">
          {pauseReasons.map((reason, i) => (
            <label class="pick min-h-14">
              <input type="radio" name="reason" value={reason} checked={i === 0} />
              {pauseReasonText(t, reason)}
            </label>
          ))}
        </div>
        <input
          class="input h-14"
          name="words"
          maxlength={60}
          placeholder={t('counter.pause.own_words')}
          aria-label={t('counter.pause.own_words')}
        />
      </fieldset>
      <fieldset>
        <legend class="mb-2 text-sm">{t('counter.pause.how_long')}</legend>
        <div class="grid grid-cols-2 gap-2">
          {pauseMinutes.map((minutes) => (
            <button class="btn btn-lg" type="submit" name="minutes" value={minutes}>
              {minutes === 'rest_of_day'
                ? t('counter.pause.open_end')
                : t('counter.minutes', { count: Number(minutes) })}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  )
}

/** The same as a page of its own, for browsers without popovers. */
export const PausePage: FC<{ bar: BarProps }> = ({ bar }) => {
  const { t } = useView()
  return (
    <CounterPage title={t('counter.pause.title')} bar={bar}>
      <Frame {...bar}>
        <main id="main" class="mx-auto w-full max-w-[36rem]">
          <h1 class="sr-only">{t('counter.pause.title')}</h1>
          <PauseForm place={bar.place} />
        </main>
      </Frame>
    </CounterPage>
  )
}
