import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import type { OfficeFrame } from './layout'

export type TabletTyped = {
  /** Where the tablet shows its code. */
  url: string
  typed: { code: string; name: string }
  errors: { code?: string; name?: string }
}

/** The code that a tablet shows, and what to call it. */
export const TabletPairing: FC<TabletTyped & { place: OfficeFrame['place'] }> = ({ place, url, typed, errors }) => {
  const { t } = useView()
  return (
    <>
      <h2 class="mt-2 text-lg" id="invite-h">
        {t('tablet.office.pair')}
      </h2>
      <p class="mt-1 text-sm break-words text-muted">{t('tablet.office.pair_lead', { url })}</p>
      <form
        class="mt-4 grid gap-4"
        method="post"
        action={paths.officeTablets.href({ brand: place.brandSlug, store: place.storeSlug })}
        novalidate
      >
        <Field name="code" label={t('tablet.office.code')} error={errors.code} hint={t('tablet.office.code_hint')}>
          <input
            class="input num text-lg tracking-[.2em] uppercase"
            maxlength={20}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            required
            autofocus
            value={typed.code}
            {...fieldAttrs('code', errors.code, 'hint')}
          />
        </Field>
        <Field name="name" label={t('tablet.office.name')} error={errors.name} hint={t('tablet.office.name_hint')}>
          <input
            class="input"
            maxlength={40}
            autocomplete="off"
            required
            value={typed.name}
            {...fieldAttrs('name', errors.name, 'hint')}
          />
        </Field>
        <button class="btn btn-primary w-full" type="submit">
          <Icon name="tablet" />
          {t('tablet.office.do_pair', { store: place.storeName })}
        </button>
      </form>
    </>
  )
}
