import type { FC } from 'hono/jsx'
import type { CustomerFile } from '../../domain/orders/customer-file'
import { paths } from '../paths'
import { IdempotencyKey } from '../ui/form'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { phoneText } from '../ui/phone'
import { useView } from '../ui/view'
import { dayOf } from '../ui/when'
import { CustomerList, type CustomerListProps } from './customer-list'
import { CustomerOrders } from './customer-orders'
import { beside } from './customers'
import { OfficeLayout } from './layout'

export type CustomerProps = CustomerListProps & {
  file: CustomerFile
  rights: { write: boolean; merge: boolean }
  storeId: string
  currency: string
}

const params = ({ frame: { place } }: CustomerProps, id: string) => ({
  brand: place.brandSlug,
  store: place.storeSlug,
  id,
})

export const CustomerPanel: FC<CustomerProps> = (props) => (
  <div id="customers-panel" class={beside}>
    <CustomerList {...props} />
    <main id="main" tabindex={-1} class="grid min-h-0 min-w-0 lg:grid-rows-[auto_minmax(0,1fr)]">
      <Head {...props} />
      <div class="grid min-h-0 min-[88rem]:grid-cols-[minmax(0,1fr)_18rem] min-[88rem]:[&:lang(en)]:grid-cols-[minmax(0,1fr)_15rem] lg:overflow-y-auto min-[88rem]:overflow-hidden">
        <div class="min-h-0 pb-8 min-[88rem]:overflow-y-auto">
          <Twin {...props} />
          <CustomerOrders {...props} />
        </div>
        <Notes {...props} />
      </div>
    </main>
  </div>
)

const Head: FC<CustomerProps> = ({ file, currency }) => {
  const { t } = useView()
  const { customer } = file
  const name = customer.name || t('customers.nameless')
  return (
    <header class="flex flex-wrap items-center gap-4 border-b border-line px-8 pt-5 pb-4 max-lg:px-4">
      <span class="face size-14 text-2xl" aria-hidden="true">
        {name.slice(0, 1)}
      </span>
      <div>
        <h1 class="text-xl leading-8">{name}</h1>
        <p class="num flex flex-wrap items-center gap-x-3 text-sm">
          {customer.phone && (
            <a class="underline underline-offset-4" href={`tel:${customer.phone}`}>
              {phoneText(customer.phone)}
            </a>
          )}
          {customer.isPhoneVerified && (
            <span class="remark remark-ok">
              <Icon name="check" />
              {t('customers.verified')}
            </span>
          )}
          {!customer.accountId && <span class="text-muted">{t('customers.no_account')}</span>}
        </p>
      </div>
      <dl class="num ms-8 flex gap-8 text-sm max-lg:ms-0 max-lg:w-full [&>div>dd]:text-lg [&>div>dd]:font-bold">
        <div>
          <dt class="text-muted">{t('customers.came')}</dt>
          <dd>{t('customers.times', { count: file.orderCount })}</dd>
        </div>
        <div>
          <dt class="text-muted">{t('customers.average')}</dt>
          <dd>
            <Money amount={file.average} currency={currency} />
          </dd>
        </div>
      </dl>
    </header>
  )
}

/** Two who may be one: the same phone, verified by the account. */
const Twin: FC<CustomerProps> = (props) => {
  const { t } = useView()
  const { twin } = props.file
  if (!twin) return null
  return (
    <form
      class="notice notice-wait mx-8 mt-5 items-center max-lg:mx-4 max-lg:flex-wrap"
      method="post"
      action={paths.officeCustomerMerge.href(params(props, twin.mergeId))}
    >
      <Icon name="users-round" />
      <span class="min-w-60 flex-1">
        <b>{t('customers.twin')}</b>
        {t('customers.twin_who', { name: twin.name, count: twin.orderCount })}
        {props.rights.merge && t('customers.merge_does')}
      </span>
      {props.rights.merge && (
        <button class="btn btn-sm h-11" type="submit">
          {t('customers.merge')}
        </button>
      )}
    </form>
  )
}

const Notes: FC<CustomerProps> = (props) => {
  const { t, lang, now } = useView()
  const { file, rights, timeZone } = props
  return (
    <aside
      class="min-h-0 border-line bg-card px-6 py-5 max-[88rem]:border-t min-[88rem]:overflow-y-auto min-[88rem]:border-s max-lg:px-4"
      aria-labelledby="n-h"
    >
      <h2 class="text-base" id="n-h">
        {t('customers.notes')}
      </h2>
      <ul class="mt-1 text-sm leading-6">
        {file.notes.map((note) => (
          <li class="border-b border-line py-2 break-words">
            {note.text}
            <span class="num block text-xs text-muted">
              {[note.author, dayOf(note.createdAt, lang, timeZone, now)].join(t('office.comma'))}
            </span>
          </li>
        ))}
      </ul>
      {rights.write && (
        <form method="post" action={paths.officeCustomerNotes.href(params(props, file.customer.id))}>
          <IdempotencyKey />
          <div class="field mt-3">
            <label class="sr-only" for="note">
              {t('customers.note_label')}
            </label>
            <textarea
              class="textarea min-h-20 text-sm"
              id="note"
              name="text"
              maxlength={500}
              required
              placeholder={t('customers.note_label')}
            ></textarea>
          </div>
          <button class="btn mt-2" type="submit">
            {t('customers.note_save')}
          </button>
        </form>
      )}
    </aside>
  )
}

export const CustomerPage: FC<CustomerProps> = (props) => {
  const { t } = useView()
  const { place } = props.frame
  const up = paths.officeCustomers.href({ brand: place.brandSlug, store: place.storeSlug }, props.filter)
  const title = props.file.customer.name || t('customers.nameless')
  return (
    <OfficeLayout frame={props.frame} noun="customers" title={title} up={up}>
      <CustomerPanel {...props} />
    </OfficeLayout>
  )
}

export const customerScreen = { Page: CustomerPage, Panel: CustomerPanel }
