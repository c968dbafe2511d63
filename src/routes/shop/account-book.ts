import { z } from 'zod'
import { removeAddress, saveAddress } from '../../domain/people/profile/address-book'
import { inTransaction } from '../../domain/shared/in-transaction'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import type { C } from '../kit/context'
import { NotFound } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { changed, ownId, wrong } from './account-page'

const signedIn = need('signed_in')
const form = z.object({
  label: z.string().trim().max(40).default(''),
  address: z.string().trim().min(1).max(300),
  isDefault: z.literal('1').optional(),
})

export const accountBook = router()

accountBook.post(paths.accountAddresses.pattern, signedIn, (c) => save(c))
accountBook.post(paths.accountAddress.pattern, signedIn, (c) => save(c, idParam(c, 'id')))

accountBook.post(paths.accountAddressRemoval.pattern, signedIn, async (c) => {
  const gone = await inTransaction(c.var.deps.db, (tx) => removeAddress(tx, ownId(c), idParam(c, 'id')))
  if (!gone.ok) throw new NotFound()
  return changed(c, 'book')
})

async function save(c: C, id?: string): Promise<Response> {
  const { deps, t } = c.var
  const read = await readForm(c, form)
  if (!read.ok) return wrong(c, 'address', { address: t('account.address_missing') }, read.refusal.typed, id)
  const { label, address, isDefault } = read.value
  const input = { id, label, address, isDefault: isDefault === '1' }
  const saved = await inTransaction(deps.db, (tx) => saveAddress(tx, deps.now(), ownId(c), input))
  if (saved.ok) return changed(c, 'book')
  const { refusal } = saved
  if (refusal.reason === 'not_found') throw new NotFound()
  const said = refusal.reason === 'full' ? t('account.book_full', { max: refusal.max }) : t('account.address_missing')
  return wrong(c, 'address', { address: said }, read.value, id)
}
