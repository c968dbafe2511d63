import type { Child, FC } from 'hono/jsx'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
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
