import type { FC } from 'hono/jsx'
import type { ProviderName } from '../../domain/people/identities/provider'
import { paths } from '../paths'
import { Alert } from '../ui/form'
import { PasswordField } from '../ui/password'
import { providerText } from '../ui/provider'
import { useView } from '../ui/view'
import type { AccountProps } from './account'
import { AccountForm, Line } from './account-parts'

const all: ProviderName[] = ['line', 'google']

/** Who else opens this account: one line for each that may, or already does. */
export const Linked: FC<AccountProps> = (props) => {
  const { account, providers } = props
  const isShown = (one: ProviderName) => providers.includes(one) || account.identities.some((i) => i.provider === one)
  return (
    <>
      {all.filter(isShown).map((provider) => (
        <LinkedLine {...props} provider={provider} />
      ))}
    </>
  )
}

const LinkedLine: FC<AccountProps & { provider: ProviderName }> = (props) => {
  const { account, edit, provider } = props
  const { t } = useView()
  const linked = account.identities.find((identity) => identity.provider === provider)
  const form = linked ? <UnlinkForm {...props} /> : <LinkForm {...props} />
  return (
    <Line
      field={provider}
      section="door"
      name={providerText(provider)}
      isEmpty={!linked}
      emptyText={t('account.not_linked')}
      act={t(linked ? 'account.unlink' : 'account.link')}
      form={edit?.field === provider && form}
    >
      <span class="break-words">{linked?.name || t('account.linked')}</span>
    </Line>
  )
}

const LinkForm: FC<AccountProps & { provider: ProviderName }> = ({ account, provider, errors = {} }) => {
  const { t } = useView()
  const name = providerText(provider)
  return (
    <AccountForm
      action={paths.accountIdentity.href({ provider })}
      submit={t('account.link_go', { name })}
      section="door"
    >
      <p class="hint">{t('account.link_note', { name })}</p>
      {account.hasPassword && (
        <PasswordField autocomplete="current-password" name="proof" label={t('account.proof')} error={errors.proof} />
      )}
    </AccountForm>
  )
}

const UnlinkForm: FC<AccountProps & { provider: ProviderName }> = ({ provider, errors = {} }) => {
  const { t } = useView()
  const name = providerText(provider)
  return (
    <AccountForm
      action={paths.accountIdentityRemoval.href({ provider })}
      submit={t('account.unlink_now', { name })}
      section="door"
      isDanger
    >
      <p class="hint">{t('account.unlink_note', { name })}</p>
      <Alert text={errors.form} />
    </AccountForm>
  )
}
