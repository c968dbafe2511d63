import type { FC } from 'hono/jsx'
import type { ProviderName } from '../../domain/people/identities/provider'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
import { PasswordField } from '../ui/password'
import { useView } from '../ui/view'
import { AuthLayout, pageOnFailure, type Shopfront } from './layout'
import { Divider, ProviderButtons } from './provider-buttons'

export type SignInProps = {
  shopfront: Shopfront | null
  /** Who else may say who a guest is. */
  providers: ProviderName[]
  /** Where to go afterwards: a path of this site. */
  back?: string | undefined
  login?: string | undefined
  /** Words by field; `form` is about the pair and stands under the password. */
  errors?: { login?: string; password?: string; form?: string }
}

export const SignInPanel: FC<SignInProps> = ({ shopfront, providers, back, login, errors = {} }) => {
  const { t } = useView()
  const action = paths.signIn.href({})
  const onward = back ? { back } : {}
  return (
    <section id="sign-in-panel" aria-labelledby="sign-in-h">
      <h1 class="mt-8 text-xl" id="sign-in-h">
        {t(shopfront ? 'auth.sign_in_guest_title' : 'auth.sign_in_title')}
      </h1>
      <p class="mt-1 text-sm text-muted">{t(shopfront ? 'auth.sign_in_guest_lead' : 'auth.sign_in_lead')}</p>
      <form
        class="mt-6 grid gap-4"
        method="post"
        action={action}
        hx-post={action}
        hx-target="#sign-in-panel"
        hx-swap="outerHTML focusScroll:true"
        hx-disable="find button[type=submit]"
        {...pageOnFailure}
        novalidate
      >
        {back && <input type="hidden" name="back" value={back} />}
        <Field name="login" label={t('auth.login')} error={errors.login}>
          <input
            class="input"
            type="text"
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            maxlength={254}
            required
            value={login ?? ''}
            {...fieldAttrs('login', errors.login)}
            {...(errors.form ? { 'aria-invalid': 'true' } : {})}
          />
        </Field>
        <PasswordField
          autocomplete="current-password"
          error={errors.password ?? errors.form}
          beside={
            <a class="act absolute end-0 -top-2.5 text-sm font-normal" href={paths.reset.href({}, onward)}>
              {t('auth.forgot')}
            </a>
          }
        />
        <button class="btn btn-primary btn-lg w-full" type="submit">
          {t('auth.sign_in')}
        </button>
      </form>
      {providers.length > 0 && (
        <>
          <Divider class="my-4" text={t('auth.oauth.or')} />
          <ProviderButtons providers={providers} back={back} words="sign_in_with" />
        </>
      )}
      <Divider class="my-5" text={t('auth.first_time')} />
      <div class="grid gap-2">
        <a class="btn btn-lg" href={paths.signUp.href({}, onward)}>
          {t('auth.open_account')}
        </a>
        {!shopfront && (
          <a class="btn btn-lg" href={paths.join.href({})}>
            {t('auth.have_code')}
          </a>
        )}
      </div>
      {shopfront && (
        <a
          class="mt-4 grid min-h-11 place-items-center font-bold underline underline-offset-4"
          href={paths.shop.href({ brand: shopfront.brandSlug, store: shopfront.storeSlug })}
        >
          {t('auth.just_order')}
        </a>
      )}
    </section>
  )
}

export const SignInPage: FC<SignInProps> = (props) => (
  <AuthLayout title={useView().t('auth.sign_in')} shopfront={props.shopfront}>
    <SignInPanel {...props} />
  </AuthLayout>
)

export const signInScreen = { Page: SignInPage, Panel: SignInPanel }
