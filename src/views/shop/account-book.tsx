import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import type { AccountProps } from './account'
import { AccountForm, ActLink, Section } from './account-parts'

/** Where things are brought to. */
export const Book: FC<AccountProps> = (props) => {
  const { account, edit } = props
  const { t } = useView()
  const isNew = edit?.field === 'address' && !edit.id
  return (
    <Section id="book" title={t('account.section.book')}>
      <ul>
        {account.addresses.map(({ id, label, address, isDefault }) => (
          <li class="flex items-start gap-3 border-b border-line py-3">
            <Icon name="map-pin" class="mt-1 text-muted" />
            {edit?.field === 'address' && edit.id === id ? (
              <div class="min-w-0 flex-1">
                <AddressForm {...props} id={id} known={{ label, address, isDefault }} />
                <form method="post" action={paths.accountAddressRemoval.href({ id })} class="mt-1">
                  <button class="act text-bad" type="submit">
                    <Icon name="trash-2" />
                    {t('account.remove_address')}
                  </button>
                </form>
              </div>
            ) : (
              <>
                <div class="min-w-0 flex-1 leading-6">
                  <p class="flex items-center gap-2 font-bold">
                    {label || t('account.address')}
                    {isDefault && <span class="tag">{t('account.default')}</span>}
                  </p>
                  <p>{unbroken(address)}</p>
                </div>
                <span class="-mt-2">
                  <ActLink
                    field="address"
                    section="book"
                    id={id}
                    label={t('account.change_address', { label: label || address })}
                    text={t('account.change')}
                  />
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
      {isNew ? (
        <div class="mt-3">
          <AddressForm {...props} known={{ label: '', address: '', isDefault: account.addresses.length === 0 }} />
        </div>
      ) : (
        <a
          class="btn mt-3"
          href={`${paths.account.href({}, { edit: 'address' })}#book`}
          hx-get={paths.account.href({}, { edit: 'address' })}
          hx-target="#account-panel"
          hx-swap="outerHTML"
        >
          <Icon name="plus" />
          {t('account.add_address')}
        </a>
      )}
    </Section>
  )
}

/** House numbers and floors stay with what they count. */
const unbroken = (address: string): string => address.replace(/(\d) (?=\p{Script=Han})/gu, '$1\u00a0')

type Known = { label: string; address: string; isDefault: boolean }

const AddressForm: FC<AccountProps & { id?: string; known: Known }> = ({ id, known, typed = {}, errors = {} }) => {
  const { t } = useView()
  const action = id ? paths.accountAddress.href({ id }) : paths.accountAddresses.href({})
  return (
    <AccountForm action={action} submit={t('account.save')} section="book">
      <Field name="label" label={t('account.label')} hint={t('account.label_hint')} optional>
        <input
          class="input"
          maxlength={40}
          value={typed.label ?? known.label}
          {...fieldAttrs('label', undefined, 'hint')}
        />
      </Field>
      <Field name="address" label={t('account.address')} error={errors.address}>
        <input
          class="input"
          autocomplete="street-address"
          maxlength={300}
          required
          autofocus
          value={typed.address ?? known.address}
          {...fieldAttrs('address', errors.address)}
        />
      </Field>
      {!known.isDefault && (
        <label class="choice">
          <input class="checkbox" type="checkbox" name="isDefault" value="1" checked={typed.isDefault === '1'} />
          {t('account.make_default')}
        </label>
      )}
    </AccountForm>
  )
}
