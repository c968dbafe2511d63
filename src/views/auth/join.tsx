import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
import { useView } from '../ui/view'
import { AuthLayout } from './layout'

export type JoinProps = { code?: string | undefined; error?: string | undefined }

/** Where an invitation's code is typed in that somebody read aloud. */
export const JoinPanel: FC<JoinProps> = ({ code, error }) => {
  const { t } = useView()
  const action = paths.join.href({})
  return (
    <section id="join-panel" aria-labelledby="join-h">
      <h1 class="mt-8 text-xl" id="join-h">
        {t('auth.join_title')}
      </h1>
      <p class="mt-1 text-sm text-muted">{t('auth.join_lead')}</p>
      <form
        class="mt-6 grid gap-4"
        method="post"
        action={action}
        hx-post={action}
        hx-target="#join-panel"
        hx-swap="outerHTML focusScroll:true"
        hx-disable="find button[type=submit]"
        novalidate
      >
        <Field name="code" label={t('auth.join_code')} error={error} hint={t('auth.join_code_hint')}>
          <input
            class="input num text-lg tracking-[.12em] uppercase"
            type="text"
            autocomplete="one-time-code"
            autocapitalize="characters"
            spellcheck={false}
            maxlength={12}
            required
            value={code ?? ''}
            {...fieldAttrs('code', error, 'hint')}
          />
        </Field>
        <button class="btn btn-primary btn-lg w-full" type="submit">
          {t('auth.join_look')}
        </button>
      </form>
    </section>
  )
}

export const JoinPage: FC<JoinProps> = (props) => (
  <AuthLayout title={useView().t('auth.join_title')} shopfront={null}>
    <JoinPanel {...props} />
  </AuthLayout>
)

export const joinScreen = { Page: JoinPage, Panel: JoinPanel }
