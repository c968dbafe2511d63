import type { FC } from 'hono/jsx'
import type { CustomerList as Found, ListedCustomer } from '../../domain/people/customers/queries'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { maskedPhone } from '../ui/phone'
import { useView } from '../ui/view'
import { whenText } from '../ui/when'
import { numberText } from '../ui/words'
import type { OfficeFrame } from './layout'

export type CustomerListProps = {
  frame: OfficeFrame
  timeZone: string
  filter: { q?: string | undefined; kind?: 'guest' | undefined }
  list: Found
  currentId?: string | undefined
  mayWrite: boolean
}

/**
 * The customers at the left: search, who has no account, and each by name, number and how often they came.
 * `isAlone`: nobody of it is open, so that it gives the page its title, and stands on a phone too.
 */
export const CustomerList: FC<CustomerListProps & { isAlone?: boolean }> = (props) => {
  const { t, lang } = useView()
  const { frame, filter, list } = props
  const at = { brand: frame.place.brandSlug, store: frame.place.storeSlug }
  const href = (change: Record<string, string | undefined>) => paths.officeCustomers.href(at, { ...filter, ...change })
  return (
    <section
      class={`flex min-h-0 flex-col border-line lg:border-e ${props.isAlone ? '' : 'max-lg:hidden'}`}
      aria-label={t('office.noun.customers')}
    >
      <div class="px-4 pt-5 pb-3 max-lg:hidden">
        {props.isAlone ? (
          <h1 class="text-xl">{t('office.noun.customers')}</h1>
        ) : (
          <p class="text-xl font-bold">{t('office.noun.customers')}</p>
        )}
        <p class="num text-sm text-muted">{t('customers.total', { count: numberText(list.total, lang) })}</p>
      </div>
      <div class="grid gap-2 px-3 pb-3 max-lg:pt-3">
        <search>
          <form method="get" action={paths.officeCustomers.href(at)}>
            {filter.kind && <input type="hidden" name="kind" value={filter.kind} />}
            <label class="input h-11 w-full">
              <span class="sr-only">{t('customers.search')}</span>
              <Icon name="search" class="size-4 text-muted" />
              <input
                class="text-sm"
                type="search"
                name="q"
                value={filter.q ?? ''}
                maxlength={60}
                placeholder={t('customers.search')}
              />
            </label>
          </form>
        </search>
        <nav class="flex gap-1.5" aria-label={t('audit.filters')}>
          <Kind href={href({ kind: undefined })} isOn={!filter.kind} words={t('customers.everyone')} />
          <Kind href={href({ kind: 'guest' })} isOn={filter.kind === 'guest'} words={t('customers.no_account')} />
        </nav>
      </div>
      {list.items.length === 0 && (
        <p class="border-t border-line px-4 py-10 text-center text-sm">
          {t(filter.q || filter.kind ? 'customers.none_found' : 'customers.none')}
        </p>
      )}
      <ul class="rows min-h-0 flex-1 overflow-y-auto border-t border-line">
        {list.items.map((customer) => (
          <Row {...props} customer={customer} />
        ))}
        {list.nextCursor && (
          <li class="p-3">
            <a class="act" href={href({ cursor: list.nextCursor })}>
              {t('customers.more')}
            </a>
          </li>
        )}
      </ul>
      {props.mayWrite && (
        <div class="border-t border-line p-3">
          <a class="btn w-full" href={paths.officeNewCustomer.href(at)}>
            <Icon name="plus" />
            {t('customers.add')}
          </a>
        </div>
      )}
    </section>
  )
}

const Kind: FC<{ href: string; isOn: boolean; words: string }> = ({ href, isOn, words }) => (
  <a class={`chip px-2.5 ${isOn ? 'is-on' : ''}`} href={href} {...(isOn ? { 'aria-current': 'true' } : {})}>
    {words}
  </a>
)

const Row: FC<CustomerListProps & { customer: ListedCustomer }> = ({
  frame,
  filter,
  timeZone,
  currentId,
  customer,
}) => {
  const view = useView()
  const { t } = view
  const at = { brand: frame.place.brandSlug, store: frame.place.storeSlug, id: customer.id }
  const facts = [
    ...(customer.phone ? [maskedPhone(customer.phone)] : []),
    t('customers.times', { count: customer.orderCount }),
  ]
  return (
    <li>
      <a
        href={paths.officeCustomer.href(at, filter)}
        {...(customer.id === currentId ? { 'aria-current': 'true' } : {})}
      >
        <span class="min-w-0 flex-1 leading-5">
          <span class="flex items-center gap-2">
            <span class="truncate">{customer.name || t('customers.nameless')}</span>
            {!customer.hasAccount && <span class="tag">{t('customers.no_account')}</span>}
          </span>
          <span class="num block text-xs font-normal text-muted">{facts.join(t('office.comma'))}</span>
        </span>
        {customer.lastOrderAt && (
          <span class="num text-xs font-normal text-muted">{whenText(view, customer.lastOrderAt, timeZone)}</span>
        )}
      </a>
    </li>
  )
}
