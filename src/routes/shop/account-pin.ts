import { z } from 'zod'
import { type SetPinRefusal, setPin } from '../../domain/people/pins/set-pin'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { type C, ctxOf } from '../kit/context'
import { Forbidden, SignInNeeded, TooMany } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { changed, wrong } from './account-page'

const form = z.object({ proof: z.string().max(200).default(''), pin: z.string().trim().max(20).default('') })

export const accountPin = router()

accountPin.post(paths.accountPin.pattern, need('signed_in'), async (c) => {
  const { deps, actor } = c.var
  if (actor.kind !== 'person') throw new SignInNeeded()
  const read = await readForm(c, form)
  if (!read.ok) return wrong(c, 'pin', { pin: c.var.t('tablet.account.bad') })
  const done = await setPin(deps.db, ctxOf(c, { brandId: '', storeId: '' }), actor, read.value)
  return done.ok ? changed(c, 'door') : wrong(c, 'pin', words(c, done.refusal))
})

function words({ var: { t } }: C, refusal: SetPinRefusal): Record<string, string> {
  switch (refusal.reason) {
    case 'not_staff':
      throw new Forbidden()
    case 'too_many':
      throw new TooMany(refusal.seconds)
    case 'wrong_password':
      return { proof: t('account.wrong_password') }
    case 'bad_pin':
      return { pin: t('tablet.account.bad') }
    case 'weak_pin':
      return { pin: t('tablet.account.weak') }
  }
}
