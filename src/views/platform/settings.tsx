import type { FC } from 'hono/jsx'
import type { Settings } from '../../domain/settings/settings'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
import { useView } from '../ui/view'
import { PlatformLayout } from './layout'

export type SettingsProps = { settings: Settings; isSaved: boolean }

const SettingsPage: FC<SettingsProps> = (props) => (
  <PlatformLayout noun="settings" title={useView().t('platform.noun.settings')}>
    <SettingsPanel {...props} />
  </PlatformLayout>
)

const SettingsPanel: FC<SettingsProps> = ({ settings, isSaved }) => {
  const { t } = useView()
  const { siteName, contact, registrationOpen } = settings
  const action = paths.platformSettings.href({})
  const groups = [
    { hint: 'site_hint', fields: { site_zh: siteName['zh-Hant'], site_en: siteName.en } },
    { hint: 'contact_hint', fields: { contact_zh: contact['zh-Hant'], contact_en: contact.en } },
  ]
  return (
    <main
      id="settings-panel"
      class="min-h-0 min-w-0 overflow-y-auto px-6 pt-5 pb-24 max-lg:overflow-visible max-lg:px-4"
    >
      <h1 class="text-xl max-lg:hidden">{t('platform.noun.settings')}</h1>
      <form
        class="mt-4 grid max-w-[36rem] gap-8"
        id="main"
        method="post"
        action={action}
        hx-post={action}
        hx-target="#settings-panel"
        hx-swap="outerHTML"
        hx-disable="find button[type=submit]"
      >
        <section class="grid gap-4" aria-labelledby="h-h">
          <h2 class="text-base" id="h-h">
            {t('platform.settings.home')}
          </h2>
          {groups.map(({ hint, fields }) =>
            Object.entries(fields).map(([name, value], i) => (
              <Field
                name={name}
                label={t(`platform.settings.${name}`)}
                hint={i === 1 ? t(`platform.settings.${hint}`) : undefined}
                optional
              >
                <input
                  class="input"
                  maxlength={120}
                  value={value ?? ''}
                  {...fieldAttrs(name, undefined, i === 1 ? hint : undefined)}
                />
              </Field>
            )),
          )}
        </section>
        <section aria-labelledby="p-h">
          <h2 class="text-base" id="p-h">
            {t('platform.settings.people')}
          </h2>
          <label class="mt-2 flex min-h-11 items-center gap-3">
            <input class="toggle" type="checkbox" name="open" checked={registrationOpen} aria-describedby="e-open" />
            {t('platform.settings.open')}
          </label>
          <p class="hint" id="e-open">
            {t('platform.settings.open_hint')}
          </p>
        </section>
        <div>
          <button class="btn btn-primary" type="submit">
            {t('platform.save')}
          </button>
          {isSaved && (
            <p class="mt-2 text-sm text-ok" role="status">
              {t('platform.settings.saved')}
            </p>
          )}
        </div>
      </form>
    </main>
  )
}

export const settingsScreen = { Page: SettingsPage, Panel: SettingsPanel }
