import type { FC } from 'hono/jsx'
import { useView } from '../ui/view'

/** What waits to be saved, in words, with one button for all of it. A script hides the bar while nothing waits. */
export const UnsavedBar: FC<{ form: string; undo: string; class: string; isQuiet?: boolean }> = ({
  form,
  undo,
  class: extra,
  isQuiet,
}) => {
  const { t } = useView()
  return (
    <section
      class={extra}
      aria-label={t('staff.unsaved')}
      data-unsaved={form}
      data-gained={t('staff.gained')}
      data-lost={t('staff.lost')}
      data-at-once={t('staff.at_once')}
      data-save={t('staff.save_count', { count: '{n}' })}
    >
      {!isQuiet && <p class="me-auto text-sm leading-6 max-lg:w-full" aria-live="polite" data-changes></p>}
      <a class="btn max-lg:flex-1" href={undo} data-undo>
        {t('staff.undo')}
      </a>
      <button class="btn btn-primary max-lg:flex-1" type="submit" form={form} data-submit>
        {t('staff.save')}
      </button>
    </section>
  )
}
