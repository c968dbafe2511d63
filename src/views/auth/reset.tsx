import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
import { useView } from '../ui/view'
import { AuthLayout, type Shopfront } from './layout'

export type ResetProps = {
  shopfront: Shopfront | null
  back?: string | undefined
  phone?: string | undefined
  error?: string | undefined
  canSend: boolean
}

export const ResetPanel: FC<ResetProps> = ({ back, phone, error, canSend }) => {
  const { t } = useView()
  const action = paths.reset.href({})
  return (
    <section id="reset-panel" aria-labelledby="reset-h">
      <h1 class="mt-7 text-xl" id="reset-h">
        {t('auth.reset_title')}
      </h1>
      <p class="mt-1 text-sm text-muted">{t('auth.reset_lead')}</p>
      {!canSend && <p class="notice notice-wait mt-5">{t('auth.code.no_sender')}</p>}
      <form
        class="mt-6 grid gap-4"
        method="post"
        action={action}
        hx-post={action}
        hx-target="#reset-panel"
        hx-swap="outerHTML focusScroll:true"
        hx-disable="find button[type=submit]"
        novalidate
      >
        {back && <input type="hidden" name="back" value={back} />}
        <Field name="phone" label={t('auth.phone')} error={error} hint={t('auth.reset_hint')}>
          <input
            class="input num"
            type="tel"
            inputmode="tel"
            autocomplete="tel"
            maxlength={20}
            required
            value={phone ?? ''}
            {...fieldAttrs('phone', error, 'hint')}
          />
        </Field>
        <button class="btn btn-primary btn-lg w-full" type="submit" disabled={!canSend}>
          {t('auth.code.send')}
        </button>
      </form>
    </section>
  )
}

export const ResetPage: FC<ResetProps> = (props) => {
  const { t } = useView()
  const way = { href: paths.signIn.href({}, props.back ? { back: props.back } : {}), text: t('auth.back_to_sign_in') }
  return (
    <AuthLayout title={t('auth.reset_title')} shopfront={props.shopfront} way={way}>
      <ResetPanel {...props} />
    </AuthLayout>
  )
}

export const resetScreen = { Page: ResetPage, Panel: ResetPanel }
