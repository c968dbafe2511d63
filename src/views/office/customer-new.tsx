import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Field, fieldAttrs, IdempotencyKey } from '../ui/form'
import { useView } from '../ui/view'
import { CustomerList, type CustomerListProps } from './customer-list'
import { beside } from './customers'
import { OfficeLayout } from './layout'

export type NewCustomerProps = CustomerListProps & {
  typed: Record<string, string>
  errors: Record<string, string>
}

const listHref = ({ frame: { place } }: CustomerListProps) =>
  paths.officeCustomers.href({ brand: place.brandSlug, store: place.storeSlug })

/** Who calls by phone is written down: a name and a number. */
export const NewCustomerPanel: FC<NewCustomerProps> = (props) => {
  const { t } = useView()
  const { typed, errors } = props
  return (
    <div id="customers-panel" class={beside}>
      <CustomerList {...props} />
      <main id="main" tabindex={-1} class="px-8 py-6 max-lg:px-4">
        <h1 class="text-xl">{t('customers.add')}</h1>
        <p class="mt-1 text-sm text-muted">{t('customers.add_lead')}</p>
        <form class="mt-6 grid max-w-[26rem] gap-4" method="post" action={listHref(props)} novalidate>
          <IdempotencyKey value={typed.key} />
          <Field name="name" label={t('customers.name')} error={errors.name}>
            <input
              class="input"
              type="text"
              maxlength={80}
              autocomplete="off"
              required
              value={typed.name ?? ''}
              {...fieldAttrs('name', errors.name)}
            />
          </Field>
          <Field name="phone" label={t('customers.phone')} error={errors.phone}>
            <input
              class="input num"
              type="tel"
              inputmode="tel"
              maxlength={24}
              autocomplete="off"
              required
              value={typed.phone ?? ''}
              {...fieldAttrs('phone', errors.phone)}
            />
          </Field>
          <div class="flex gap-2">
            <button class="btn btn-primary" type="submit">
              {t('customers.save')}
            </button>
            <a class="btn" href={listHref(props)}>
              {t('customers.leave')}
            </a>
          </div>
        </form>
      </main>
    </div>
  )
}

export const NewCustomerPage: FC<NewCustomerProps> = (props) => (
  <OfficeLayout frame={props.frame} noun="customers" title={useView().t('customers.add')} up={listHref(props)}>
    <NewCustomerPanel {...props} />
  </OfficeLayout>
)

export const newCustomerScreen = { Page: NewCustomerPage, Panel: NewCustomerPanel }
