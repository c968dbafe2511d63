import { z } from 'zod'
import { unlinkIdentity } from '../../domain/people/identities/link'
import { providerNames } from '../../domain/people/identities/provider'
import { provePassword } from '../../domain/people/profile/own-password'
import { inTransaction } from '../../domain/shared/in-transaction'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { NotFound, TooMany } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { leaveForProvider, offeredProviders, providerOf } from '../kit/identities'
import { changed, ownId, wrong } from './account-page'

const signedIn = need('signed_in')

export const accountIdentities = router()

const form = z.object({ proof: z.string().max(200).default('') })

accountIdentities.post(paths.accountIdentity.pattern, signedIn, async (c) => {
  const { deps, t } = c.var
  const { name } = providerOf(c)
  const read = await readForm(c, form)
  const proof = read.ok ? read.value.proof : ''
  const proven = await provePassword(deps.db, deps.now(), ownId(c), proof)
  if (proven.ok) return leaveForProvider(c, { accountId: ownId(c) })
  if (proven.refusal.reason === 'too_many') throw new TooMany(proven.refusal.seconds)
  return wrong(c, name, { proof: t('account.wrong_password') })
})

accountIdentities.post(paths.accountIdentityRemoval.pattern, signedIn, async (c) => {
  const name = providerNames.find((known) => known === c.req.param('provider'))
  if (!name) throw new NotFound()
  const offered = offeredProviders(c)
  const done = await inTransaction(c.var.deps.db, (tx) => unlinkIdentity(tx, ownId(c), name, offered))
  return done.ok ? changed(c, 'door') : wrong(c, name, { form: c.var.t('account.last_way') })
})
