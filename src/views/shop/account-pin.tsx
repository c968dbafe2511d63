import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
import { PasswordField } from '../ui/password'
import { useView } from '../ui/view'
import type { AccountProps } from './account'
import { AccountForm, Line } from './account-parts'

/** Four digits for the shared tablets of a store: for those who work at one. */
export const PinLine: FC<AccountProps> = ({ account, edit, errors = {} }) => {
  const { t, reader } = useView()
  if (!reader?.isStaff) return null
  const form = (
    <AccountForm action={paths.accountPin.href({})} submit={t('tablet.account.set')} section="door">
      {account.hasPassword && (
        <PasswordField autocomplete="current-password" name="proof" label={t('account.proof')} error={errors.proof} />
      )}
      <Field name="pin" label={t('tablet.account.new')} error={errors.pin} hint={t('tablet.account.hint')}>
        <input
          class="input num"
          type="password"
          inputmode="numeric"
          autocomplete="one-time-code"
          pattern="[0-9]{4}"
          maxlength={4}
          required
          {...fieldAttrs('pin', errors.pin, 'hint')}
        />
      </Field>
      {account.hasPin && <p class="hint">{t('tablet.account.out')}</p>}
    </AccountForm>
  )
  return (
    <Line
      field="pin"
      section="door"
      name={t('tablet.account.pin')}
      isEmpty={!account.hasPin}
      form={edit?.field === 'pin' && form}
    >
      {account.isPinLocked ? <span class="text-bad">{t('tablet.account.locked')}</span> : t('tablet.account.is_set')}
    </Line>
  )
}
