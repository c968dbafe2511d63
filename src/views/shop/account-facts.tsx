import type { Child, FC } from 'hono/jsx'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
import { Icon } from '../ui/icon'
import { PasswordField } from '../ui/password'
import { phoneText } from '../ui/phone'
import { useView } from '../ui/view'
import { dateText } from '../ui/words'
import type { AccountProps } from './account'
import { AccountForm, Line, Section } from './account-parts'

const genders = ['female', 'male', 'other'] as const

/** Who somebody is. */
export const Me: FC<AccountProps> = ({ account, edit, typed = {}, errors = {} }) => {
  const { t, lang } = useView()
  const form = (field: string, inside: Child) =>
    edit?.field === field && (
      <AccountForm action={paths.accountProfile.href({})} submit={t('account.save')} section="me">
        {inside}
      </AccountForm>
    )
  const birth = account.birthDate ? new Date(`${account.birthDate}T00:00:00Z`) : null
  return (
    <Section id="me" title={t('account.section.me')}>
      <dl class="facts">
        <Line
          field="name"
          section="me"
          name={t('account.name')}
          isEmpty={account.name === ''}
          form={form(
            'name',
            <Field name="name" label={t('account.new_name')} error={errors.name}>
              <input
                class="input"
                autocomplete="name"
                maxlength={80}
                required
                autofocus
                value={typed.name ?? account.name}
                {...fieldAttrs('name', errors.name)}
              />
            </Field>,
          )}
        >
          {account.name}
        </Line>
        <Line
          field="birth"
          section="me"
          name={t('account.birth')}
          isEmpty={!birth}
          form={form(
            'birth',
            <Field name="birthDate" label={t('account.new_birth')} error={errors.birthDate}>
              <input
                class="input num"
                type="date"
                autocomplete="bday"
                autofocus
                value={typed.birthDate ?? account.birthDate ?? ''}
                {...fieldAttrs('birthDate', errors.birthDate)}
              />
            </Field>,
          )}
        >
          {birth && (
            <span class="num">{dateText(birth, lang, 'UTC', { year: 'numeric', month: 'long', day: 'numeric' })}</span>
          )}
        </Line>
        <Line
          field="gender"
          section="me"
          name={t('account.gender')}
          isEmpty={!account.gender}
          form={form(
            'gender',
            <fieldset class="grid grid-cols-2 gap-2">
              <legend class="sr-only">{t('account.gender')}</legend>
              {[...genders, ''].map((gender) => (
                <label class="pick">
                  {t(`account.genders.${gender || 'unsaid'}`)}
                  <input type="radio" name="gender" value={gender} checked={(account.gender ?? '') === gender} />
                </label>
              ))}
            </fieldset>,
          )}
        >
          {account.gender && t(`account.genders.${account.gender}`)}
        </Line>
      </dl>
    </Section>
  )
}

/** How somebody comes in. */
export const Door: FC<AccountProps> = ({ account, edit, typed = {}, errors = {}, canSend }) => {
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
          <span class="num">{account.phone && phoneText(account.phone)}</span>
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
      </dl>
    </Section>
  )
}
