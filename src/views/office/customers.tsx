import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { CustomerList, type CustomerListProps } from './customer-list'
import { OfficeLayout } from './layout'

export const beside =
  'grid min-h-0 min-w-0 lg:grid-cols-[20rem_minmax(0,1fr)] lg:[&:lang(en)]:grid-cols-[17rem_minmax(0,1fr)]'

export const CustomersPanel: FC<CustomerListProps> = (props) => {
  const { t } = useView()
  return (
    <div id="customers-panel" class="grid min-h-0 min-w-0">
      <main id="main" tabindex={-1} class={beside}>
        <CustomerList {...props} isAlone />
        <div class="grid place-content-center gap-3 text-center max-lg:hidden">
          <Icon name="users-round" class="mx-auto size-10 text-muted" />
          <p>{t('customers.choose')}</p>
        </div>
      </main>
    </div>
  )
}

export const CustomersPage: FC<CustomerListProps> = (props) => {
  const { t } = useView()
  const { place } = props.frame
  const add = props.mayWrite && (
    <a
      class="btn btn-ghost btn-square"
      href={paths.officeNewCustomer.href({ brand: place.brandSlug, store: place.storeSlug })}
      aria-label={t('customers.add')}
    >
      <Icon name="plus" />
    </a>
  )
  return (
    <OfficeLayout frame={props.frame} noun="customers" title={t('office.noun.customers')} acts={add}>
      <CustomersPanel {...props} />
    </OfficeLayout>
  )
}

export const customersScreen = { Page: CustomersPage, Panel: CustomersPanel }
