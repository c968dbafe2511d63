import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
import { Icon } from '../ui/icon'
import { PasswordField } from '../ui/password'
import { phoneText } from '../ui/phone'
import { useView } from '../ui/view'
import type { AccountProps } from './account'
import { Linked } from './account-linked'
import { AccountForm, Line, Section } from './account-parts'
import { PinLine } from './account-pin'

/** How somebody comes in. */
export const Door: FC<AccountProps> = (props) => {
  const { account, edit, typed = {}, errors = {}, canSend } = props
  const { t } = useView()
  return (
    <Section id="door" title={t('account.section.door')}>
      <dl class="facts">
        {account.username && (
          <div>
            <dt>{t('account.username')}</dt>
            <dd class="min-w-0 break-all">{account.username}</dd>
          </div>
        )}
        <Line
          field="phone"
          section="door"
          name={t('account.phone')}
          isEmpty={!account.phone}
          act={t(account.phone ? 'account.swap' : 'account.fill')}
          form={
            edit?.field === 'phone' && (
              <AccountForm action={paths.accountPhone.href({})} submit={t('account.send_code')} section="door">
                {!canSend && <p class="notice notice-wait">{t('auth.code.no_sender')}</p>}
                <Field name="phone" label={t('account.new_phone')} error={errors.phone} hint={t('auth.phone_hint')}>
                  <input
                    class="input num"
                    type="tel"
                    inputmode="tel"
                    autocomplete="tel"
                    maxlength={20}
                    required
                    autofocus
                    value={typed.phone ?? ''}
                    {...fieldAttrs('phone', errors.phone, 'hint')}
                  />
                </Field>
                {account.hasPassword && (
                  <PasswordField
                    autocomplete="current-password"
                    name="proof"
                    label={t('account.proof')}
                    error={errors.proof}
                  />
                )}
              </AccountForm>
            )
          }
        >
          <span class="num">{account.phone && phoneText(account.phone)}</span>{' '}
          {account.isPhoneVerified ? (
            <p class="remark remark-ok">
              <Icon name="check" />
              {t('account.verified')}
            </p>
          ) : (
            <p class="remark remark-wait">
              <Icon name="clock" />
              {t('account.unverified')}
            </p>
          )}
        </Line>
        <Line
          field="email"
          section="door"
          name={t('account.email')}
          isEmpty={!account.email}
          act={t(account.email ? 'account.swap' : 'account.fill')}
          form={
            edit?.field === 'email' && (
              <AccountForm action={paths.accountEmail.href({})} submit={t('account.save')} section="door">
                <Field name="email" label={t('account.new_email')} error={errors.email}>
                  <input
                    class="input"
                    type="email"
                    autocomplete="email"
                    maxlength={254}
                    autofocus
                    value={typed.email ?? account.email ?? ''}
                    {...fieldAttrs('email', errors.email)}
                  />
                </Field>
              </AccountForm>
            )
          }
        >
          <span class="break-all">{account.email}</span>
        </Line>
        <Line
          field="password"
          section="door"
          name={t('ui.password')}
          isEmpty={!account.hasPassword}
          form={
            edit?.field === 'password' && (
              <AccountForm action={paths.accountPassword.href({})} submit={t('account.set_password')} section="door">
                {account.hasPassword && (
                  <PasswordField
                    autocomplete="current-password"
                    name="proof"
                    label={t('account.proof')}
                    error={errors.proof}
                  />
                )}
                <PasswordField
                  autocomplete="new-password"
                  label={t('auth.new_password')}
                  error={errors.password}
                  hint={t('auth.password_hint')}
                />
                <p class="hint">{t('auth.code.others_end')}</p>
              </AccountForm>
            )
          }
        >
          <span aria-hidden="true">••••••••</span>
        </Line>
        <Linked {...props} />
        <PinLine {...props} />
      </dl>
    </Section>
  )
}
