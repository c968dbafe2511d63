import type { FC } from 'hono/jsx'
import type { AskedAdmin } from '../../domain/people/staff/platform-people'
import { paths } from '../paths'
import { Field, fieldAttrs, IdempotencyKey } from '../ui/form'
import { useView } from '../ui/view'
import { dayClockText } from '../ui/words'
import { BrandChoice } from './brand-choice'
import type { PeopleProps } from './people'

export type ShownInvitation = AskedAdmin & { link: string; code: string }

/** An invitation to be handed over: as a link, or as a code read aloud. */
export const ShownInvitationCard: FC<{ shown: ShownInvitation }> = ({ shown }) => {
  const { t, lang } = useView()
  return (
    <section class="rounded-box border border-line bg-card p-5" id="invitation" aria-labelledby="i-h">
      <h2 class="text-base" id="i-h">
        {t('platform.people.invitation_for', { name: shown.name })}
      </h2>
      <p class="num text-xs text-muted">
        {t('platform.people.until', { when: dayClockText(shown.expiresAt, lang, 'Asia/Taipei') })}
      </p>
      <p class="mt-3 text-sm font-bold">{t('platform.people.code')}</p>
      <p class="num text-2xl font-bold">
        {shown.code.slice(0, 4)} {shown.code.slice(4)}
      </p>
      <label class="mt-3 block text-sm font-bold" for="f-link">
        {t('platform.people.link')}
      </label>
      <input class="input num mt-1" id="f-link" readonly value={shown.link} />
      <p class="hint mt-2">{t('platform.people.code_where')}</p>
    </section>
  )
}

/** Asks somebody to mind a brand. */
export const InviteForm: FC<PeopleProps> = ({ brands, typed, errors }) => {
  const { t } = useView()
  const action = paths.platformInvitations.href({})
  return (
    <form
      class="grid gap-4 rounded-box border border-line bg-card p-5"
      method="post"
      action={action}
      hx-post={action}
      hx-target="#people-panel"
      hx-swap="outerHTML focusScroll:true"
      hx-disable="find button[type=submit]"
      novalidate
    >
      <IdempotencyKey />
      <div>
        <h2 class="text-base">{t('platform.people.ask')}</h2>
        <p class="text-sm text-muted">{t('platform.people.ask_lead')}</p>
      </div>
      <BrandChoice label={t('platform.people.brand')} brands={brands} chosen={typed.brand} error={errors.brand} />
      <Field name="name" label={t('platform.people.name')} error={errors.name}>
        <input class="input" maxlength={80} value={typed.name} {...fieldAttrs('name', errors.name)} />
      </Field>
      <button class="btn btn-primary" type="submit">
        {t('platform.people.send')}
      </button>
    </form>
  )
}
