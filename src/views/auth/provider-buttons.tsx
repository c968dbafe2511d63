import type { FC } from 'hono/jsx'
import type { ProviderName } from '../../domain/people/identities/provider'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { providerIcon, providerText } from '../ui/provider'
import { useView } from '../ui/view'
import { pageOnFailure } from './layout'

type ButtonsProps = {
  /** Those this installation has credentials with; none, no buttons. */
  providers: ProviderName[]
  back?: string | undefined
  words: 'sign_in_with' | 'sign_up_with'
}

/** One button for each provider. They post, because the journey belongs to this browser and begins here. */
export const ProviderButtons: FC<ButtonsProps> = ({ providers, back, words }) => {
  const { t } = useView()
  return (
    <div class="grid gap-2">
      {providers.map((provider) => {
        const action = paths.oauth.href({ provider })
        return (
          <form
            method="post"
            action={action}
            hx-post={action}
            hx-swap="none"
            hx-disable="find button[type=submit]"
            {...pageOnFailure}
          >
            {back && <input type="hidden" name="back" value={back} />}
            <button class="btn btn-lg w-full" type="submit">
              <Icon name={providerIcon(provider)} />
              {t(`auth.oauth.${words}`, { name: providerText(provider) })}
            </button>
          </form>
        )
      })}
    </div>
  )
}

/** A word between two lines. */
export const Divider: FC<{ text: string; class: string }> = ({ text, class: spacing }) => (
  <p
    class={`${spacing} flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line`}
  >
    {text}
  </p>
)
