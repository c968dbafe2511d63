import type { FC } from 'hono/jsx'
import type { ProviderName } from '../../domain/people/identities/provider'
import { paths } from '../paths'
import { providerText } from '../ui/provider'
import { useView } from '../ui/view'
import type { T } from '../ui/words'
import { AuthLayout, type Shopfront } from './layout'

export const oauthRefusals = [
  ...(['cancelled', 'stale', 'expired', 'unreachable', 'refused', 'bad_proof'] as const),
  ...(['closed', 'email_known', 'no_registration', 'taken', 'has_another'] as const),
] as const
export type OauthRefusal = (typeof oauthRefusals)[number]

export type OauthRefusedProps = {
  provider: ProviderName
  reason: OauthRefusal
  shopfront: Shopfront | null
  back?: string | undefined
  /** It was about linking, from the account's own page. */
  isLink?: boolean
}

/** What to do now: the label of the first button and where it leads. */
function wayOn(t: T, { provider, reason, back, isLink }: OauthRefusedProps): { text: string; href: string } {
  const linking = `${paths.account.href({}, { edit: provider })}#door`
  if (isLink) return { text: t('auth.oauth.to_account'), href: `${paths.account.href({})}#door` }
  if (reason === 'email_known') return { text: t('auth.sign_in'), href: paths.signIn.href({}, { back: linking }) }
  return { text: t('auth.back_to_sign_in'), href: paths.signIn.href({}, { back }) }
}

/** Why LINE or Google did not let somebody in, and the way on. */
export const OauthRefusedPanel: FC<OauthRefusedProps> = (props) => {
  const { t } = useView()
  const { provider, reason, shopfront } = props
  const name = providerText(provider)
  const first = wayOn(t, props)
  return (
    <section id="oauth-refused-panel" aria-labelledby="oauth-refused-h">
      <h1 class="mt-8 text-xl" id="oauth-refused-h">
        {t(`auth.oauth.${reason}_title`, { name })}
      </h1>
      <p class="mt-1">{t(`auth.oauth.${reason}_body`, { name })}</p>
      <div class="mt-6 grid gap-2">
        <a class="btn btn-primary btn-lg" href={first.href}>
          {first.text}
        </a>
        {shopfront ? (
          <a class="btn btn-lg" href={paths.shop.href({ brand: shopfront.brandSlug, store: shopfront.storeSlug })}>
            {t('auth.just_order')}
          </a>
        ) : (
          <a class="btn btn-lg" href={paths.home.href({})}>
            {t('ui.go_home')}
          </a>
        )}
      </div>
    </section>
  )
}

export const OauthRefusedPage: FC<OauthRefusedProps> = (props) => (
  <AuthLayout title={useView().t('auth.sign_in')} shopfront={props.shopfront}>
    <OauthRefusedPanel {...props} />
  </AuthLayout>
)

export const oauthRefusedScreen = { Page: OauthRefusedPage, Panel: OauthRefusedPanel }
