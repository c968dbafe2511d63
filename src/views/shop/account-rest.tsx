import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Alert } from '../ui/form'
import { Icon } from '../ui/icon'
import { PasswordField } from '../ui/password'
import { useView } from '../ui/view'
import { dayClockText } from '../ui/words'
import type { AccountProps } from './account'
import { AccountForm, Section } from './account-parts'
import { deviceOf } from './device'

const notices = ['ready', 'news'] as const

/** In which language, and of what, somebody wants to hear. */
export const Say: FC<AccountProps> = ({ account }) => {
  const { t } = useView()
  const action = paths.accountPreferences.href({})
  return (
    <Section id="say" title={t('account.section.say')}>
      <form
        method="post"
        action={action}
        hx-post={action}
        hx-trigger="change"
        hx-target="#account-panel"
        hx-swap="outerHTML"
      >
        <fieldset class="mt-3">
          <legend class="sr-only">{t('account.language')}</legend>
          <div class="grid grid-cols-2 gap-2">
            {(['zh-Hant', 'en'] as const).map((lang) => (
              <label class="pick" lang={lang}>
                {t(`account.languages.${lang}`)}
                <input type="radio" name="lang" value={lang} checked={account.lang === lang} />
              </label>
            ))}
          </div>
        </fieldset>
        <p class="mt-4 text-sm text-muted">{t('account.notices.not_yet')}</p>
        <div class="mt-1">
          {notices.map((kind) => (
            <label class="choice border-t-0! border-b border-line">
              <span class="flex-1 leading-6 font-normal">
                {t(`account.notices.${kind}`)}
                <span class="block text-xs text-muted">{t(`account.notices.${kind}_note`)}</span>
              </span>
              <input
                class="toggle"
                type="checkbox"
                name={kind}
                value="1"
                checked={account.notices[kind]}
                aria-label={t(`account.notices.${kind}`)}
              />
            </label>
          ))}
        </div>
        <noscript>
          <button class="btn mt-3" type="submit">
            {t('account.save')}
          </button>
        </noscript>
      </form>
    </Section>
  )
}

const nowMs = 15 * 60_000

/** Where somebody is signed in. */
export const Where: FC<AccountProps> = ({ account }) => {
  const { t, lang, now } = useView()
  const others = account.devices.filter((device) => !device.isThis).length
  return (
    <Section id="where" title={t('account.section.where')}>
      <ul>
        {account.devices.map(({ id, browser, address, lastSeenAt, tablet, isThis }) => {
          const { names, isHandheld } = deviceOf(browser)
          const name = tablet ?? (names.join(t('account.between')) || t('account.unknown_browser'))
          const isNow = isThis || now.getTime() - lastSeenAt.getTime() < nowMs
          const at = isNow ? t('account.just_now') : dayClockText(lastSeenAt, lang, 'Asia/Taipei')
          return (
            <li class="flex items-center gap-3 border-b border-line py-2.5">
              <Icon name={tablet ? 'tablet' : isHandheld ? 'smartphone' : 'monitor'} class="text-muted" />
              <div class="min-w-0 flex-1 leading-6">
                <p class="flex flex-wrap items-center gap-2">
                  {name}
                  {isThis && <span class="tag tag-ok">{t('account.this_one')}</span>}
                </p>
                <p class="num text-sm text-muted">{[address, at].filter(Boolean).join(t('account.between'))}</p>
              </div>
              {!isThis && (
                <form method="post" action={paths.accountSession.href({ id })}>
                  <button class="act" type="submit" aria-label={t('account.sign_out_of', { name })}>
                    {t('auth.sign_out')}
                  </button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
      {others > 0 && (
        <form
          class="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2"
          method="post"
          action={paths.accountSessions.href({})}
        >
          <button class="btn" type="submit">
            {t('account.sign_out_others', { count: others })}
          </button>
          <span class="text-xs text-muted">{t('account.unknown_hint')}</span>
        </form>
      )}
    </Section>
  )
}

/** Taking one's data along, and leaving. */
export const Bye: FC<AccountProps> = ({ account, edit, errors = {} }) => {
  const { t } = useView()
  const leave = paths.account.href({}, { edit: 'delete' })
  return (
    <Section id="bye" title={t('account.section.bye')}>
      <p class="mt-3 text-sm">{t('account.data_note')}</p>
      <p class="mt-3 flex flex-wrap gap-2">
        <a class="btn" href={paths.accountData.href({})} download>
          <Icon name="download" />
          {t('account.data')}
        </a>
      </p>
      <p class="mt-6 text-sm">{t('account.delete_note')}</p>
      {edit?.field === 'delete' ? (
        <div class="mt-3">
          <AccountForm action={paths.accountDeletion.href({})} submit={t('account.delete_now')} section="bye" isDanger>
            {account.hasPassword && (
              <PasswordField
                autocomplete="current-password"
                name="proof"
                label={t('account.proof')}
                error={errors.proof}
              />
            )}
            <input type="hidden" name="sure" value="1" />
            <Alert text={errors.form} />
          </AccountForm>
        </div>
      ) : (
        <a
          class="btn btn-error btn-outline mt-3"
          href={`${leave}#bye`}
          hx-get={leave}
          hx-target="#account-panel"
          hx-swap="outerHTML"
        >
          <Icon name="trash-2" />
          {t('account.delete')}
        </a>
      )}
    </Section>
  )
}
