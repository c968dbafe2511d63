import type { FC } from 'hono/jsx'
import type { ProviderName } from '../../domain/people/identities/provider'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
import { PasswordField } from '../ui/password'
import { useView } from '../ui/view'
import { AuthLayout, pageOnFailure, type Shopfront } from './layout'
import { Divider, ProviderButtons } from './provider-buttons'

export type SignUpErrors = { name?: string; phone?: string; login?: string; password?: string }

export type SignUpProps = {
  shopfront: Shopfront | null
  back?: string | undefined
  typed?: { name?: string | undefined; phone?: string | undefined; login?: string | undefined }
  errors?: SignUpErrors
  /** Portions in this guest's cart at the shop they came from: they come along. */
  cartCount?: number
  /** Who else may say who a guest is. */
  providers: ProviderName[]
  /** Codes can be sent from here. */
  canSend: boolean
  /** Nobody opens an account by themselves just now. */
  isClosed: boolean
}

const ClosedPanel: FC<Pick<SignUpProps, 'back'>> = ({ back }) => {
  const { t } = useView()
  return (
    <section id="sign-up-panel" aria-labelledby="sign-up-h">
      <h1 class="mt-7 text-xl" id="sign-up-h">
        {t('auth.closed_title')}
      </h1>
      <p class="mt-1">{t('auth.closed_body')}</p>
      <div class="mt-6 grid gap-2">
        <a class="btn btn-primary btn-lg" href={paths.signIn.href({}, back ? { back } : {})}>
          {t('auth.have_account')}
        </a>
        <a class="btn btn-lg" href={paths.home.href({})}>
          {t('ui.go_home')}
        </a>
      </div>
    </section>
  )
}

export const SignUpPanel: FC<SignUpProps> = ({
  shopfront,
  back,
  typed = {},
  errors = {},
  cartCount = 0,
  providers,
  canSend,
  isClosed,
}) => {
  const { t } = useView()
  if (isClosed) return <ClosedPanel back={back} />
  const action = paths.signUp.href({})
  const onward = back ? { back } : {}
  return (
    <section id="sign-up-panel" aria-labelledby="sign-up-h">
      <h1 class="mt-7 text-xl" id="sign-up-h">
        {t('auth.sign_up_title')}
      </h1>
      <p class="num mt-1 text-sm text-muted">
        {cartCount > 0 ? t('auth.cart_comes_along', { count: cartCount }) : t('auth.sign_up_lead')}
      </p>
      {providers.length > 0 && (
        <>
          <div class="mt-5">
            <ProviderButtons providers={providers} back={back} words="sign_up_with" />
          </div>
          <Divider class="my-4" text={t('auth.oauth.or_fill')} />
        </>
      )}
      {!canSend && <p class="notice notice-wait mt-5">{t('auth.code.no_sender')}</p>}
      <form
        class={providers.length > 0 ? 'grid gap-4' : 'mt-6 grid gap-4'}
        method="post"
        action={action}
        hx-post={action}
        hx-target="#sign-up-panel"
        hx-swap="outerHTML focusScroll:true"
        hx-disable="find button[type=submit]"
        {...pageOnFailure}
        novalidate
      >
        {back && <input type="hidden" name="back" value={back} />}
        <Field name="name" label={t('auth.name')} error={errors.name}>
          <input
            class="input"
            autocomplete="name"
            maxlength={80}
            required
            value={typed.name ?? ''}
            {...fieldAttrs('name', errors.name)}
          />
        </Field>
        <Field name="phone" label={t('auth.phone')} error={errors.phone} hint={t('auth.phone_hint')}>
          <input
            class="input num"
            type="tel"
            inputmode="tel"
            autocomplete="tel"
            maxlength={20}
            required
            value={typed.phone ?? ''}
            {...fieldAttrs('phone', errors.phone, 'hint')}
          />
        </Field>
        <Field name="login" label={t('auth.new_login')} error={errors.login} hint={t('auth.new_login_hint')}>
          <input
            class="input"
            type="text"
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            maxlength={254}
            required
            value={typed.login ?? ''}
            {...fieldAttrs('login', errors.login, 'hint')}
          />
        </Field>
        <PasswordField autocomplete="new-password" error={errors.password} hint={t('auth.password_hint')} />
        <button class="btn btn-primary btn-lg w-full" type="submit" disabled={!canSend}>
          {t('auth.code.send')}
        </button>
      </form>
      <p class="mt-3 flex flex-wrap items-center justify-between">
        <a class="act" href={paths.signIn.href({}, onward)}>
          {t('auth.have_account')}
        </a>
        {shopfront && (
          <a class="act" href={paths.shop.href({ brand: shopfront.brandSlug, store: shopfront.storeSlug })}>
            {t('auth.skip_account')}
          </a>
        )}
      </p>
    </section>
  )
}

export const SignUpPage: FC<SignUpProps> = (props) => (
  <AuthLayout title={useView().t('auth.open_account')} shopfront={props.shopfront}>
    <SignUpPanel {...props} />
  </AuthLayout>
)

export const signUpScreen = { Page: SignUpPage, Panel: SignUpPanel }
