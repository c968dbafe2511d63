import { z } from 'zod'
import { customerFile } from '../../domain/orders/customer-file'
import { createCustomer } from '../../domain/people/customers'
import { mergeCustomer } from '../../domain/people/customers/merge-customers'
import { asCustomerList, customerListColumn } from '../../domain/people/customers/queries'
import { writeNote } from '../../domain/people/customers/write-note'
import { may } from '../../domain/people/may'
import { readPhone } from '../../domain/people/phone'
import { customerScreen } from '../../views/office/customer'
import { newCustomerScreen } from '../../views/office/customer-new'
import { customersScreen } from '../../views/office/customers'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { type C, ctxOf } from '../kit/context'
import { NotFound } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'
import { asked, listProps, pageSize, propsOf } from './customer-list'

const noteForm = z.object({ key: z.uuid(), text: z.string().trim().min(1).max(500) })
const newForm = z.object({
  key: z.uuid(),
  name: z.string('customers.name_missing').trim().min(1, 'customers.name_missing').max(80, 'customers.name_missing'),
  phone: z.string('customers.phone_bad').refine((typed) => readPhone(typed) !== null, 'customers.phone_bad'),
})

export const customers = router()

customers.get(paths.officeCustomers.pattern, need('customer.see'), async (c) =>
  show(c, customersScreen, await listProps(c)),
)

customers.get(paths.officeNewCustomer.pattern, need('customer.write'), async (c) =>
  show(c, newCustomerScreen, { ...(await listProps(c)), typed: {}, errors: {} }),
)

customers.post(paths.officeCustomers.pattern, need('customer.write'), async (c) => {
  const read = await readForm(c, newForm)
  if (!read.ok) {
    const { typed, errors } = read.refusal
    const told = Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, c.var.t(key)]))
    return show(c, newCustomerScreen, { ...(await listProps(c)), typed, errors: told }, 422)
  }
  const result = await run(c, createCustomer, read.value)
  if (result.ok) return goTo(c, customerHref(c, result.value.id))
  const { name, phone } = read.value
  const errors = { name: c.var.t('customers.sent_before') }
  return show(c, newCustomerScreen, { ...(await listProps(c)), typed: { name, phone }, errors }, 422)
})

customers.get(paths.officeCustomer.pattern, need('customer.see'), async (c) => {
  const { deps, actor, place } = c.var
  const ctx = ctxOf(c)
  const id = idParam(c, 'id')
  const { search, around } = asked(c)
  const found = await customerFile(deps.db, ctx, id, customerListColumn(ctx, search, around))
  if (!found) throw new NotFound()
  const list = propsOf(c, asCustomerList(found.beside, pageSize), id)
  const { file } = found
  const rights = { write: may(actor, 'customer.write', place), merge: may(actor, 'office.edit', place) }
  return show(c, customerScreen, { ...list, file, rights, storeId: place.storeId, currency: place.currency })
})

customers.post(paths.officeCustomerNotes.pattern, need('customer.write'), async (c) => {
  const customerId = idParam(c, 'id')
  const read = await readForm(c, noteForm)
  if (read.ok) {
    const result = await run(c, writeNote, { ...read.value, customerId })
    if (!result.ok && result.refusal.reason === 'not_found') throw new NotFound()
  }
  return goTo(c, customerHref(c, customerId))
})

customers.post(paths.officeCustomerMerge.pattern, need('office.edit'), async (c) => {
  const customerId = idParam(c, 'id')
  const result = await run(c, mergeCustomer, { customerId })
  if (result.ok) return goTo(c, customerHref(c, result.value.id))
  if (result.refusal.reason === 'not_found') throw new NotFound()
  // The number is no longer verified, or somebody merged them first: the page says how things stand.
  return goTo(c, customerHref(c, customerId))
})

const customerHref = (c: C, id: string) =>
  paths.officeCustomer.href({ brand: c.var.place.brandSlug, store: c.var.place.storeSlug, id })
