import { z } from 'zod'
import { beginPhoneChange, finishPhoneChange } from '../../domain/people/profile/change-phone'
import { paths } from '../../views/paths'
import { type AccountPhoneProps, accountPhoneScreen } from '../../views/shop/account-phone'
import { addressOf } from '../kit/address'
import { router } from '../kit/audience'
import { asked, codeField, codeShown, resend } from '../kit/code'
import type { C } from '../kit/context'
import { NotFound, TooMany } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { arrivalOf } from '../kit/session'
import { goTo, show } from '../kit/show'
import { ownId, wrong } from './account-page'

const signedIn = need('signed_in')

export const accountPhone = router()

const beginForm = z.object({ phone: z.string().trim().min(1).max(30), proof: z.string().max(200).default('') })

accountPhone.post(paths.accountPhone.pattern, signedIn, async (c) => {
  const { deps, lang, t } = c.var
  const read = await readForm(c, beginForm)
  if (!read.ok) return wrong(c, 'phone', { phone: t('auth.phone_bad') }, { phone: read.refusal.typed.phone })
  const { phone, proof: password } = read.value
  if (!deps.codes.sender) return wrong(c, 'phone', {}, { phone })
  const who = { accountId: ownId(c), from: addressOf(c), visitor: arrivalOf(c).visitor, lang }
  const begun = await beginPhoneChange(deps.db, deps.now(), deps.codes.secret, { ...who, phone, password })
  if (begun.ok) return goTo(c, paths.accountPhoneCode.href({ id: begun.value }))
  if (begun.refusal.reason === 'too_many') throw new TooMany(begun.refusal.seconds)
  const isPhone = begun.refusal.reason === 'bad_mobile'
  return wrong(c, 'phone', isPhone ? { phone: t('auth.phone_bad') } : { proof: t('account.wrong_password') }, { phone })
})

accountPhone.get(paths.accountPhoneCode.pattern, signedIn, (c) => showCode(c))

accountPhone.post(paths.accountPhoneCode.pattern, signedIn, async (c) => {
  const { deps, t } = c.var
  const read = await readForm(c, z.object({ code: codeField }))
  if (!read.ok) return showCode(c, { code: t('auth.code.missing') }, 422)
  const proof = { ...asked(c, 'change_phone'), accountId: ownId(c), code: read.value.code, from: addressOf(c) }
  const done = await finishPhoneChange(deps.db, deps.now(), deps.codes.secret, proof)
  if (done.ok) return goTo(c, `${paths.account.href({})}#door`)
  const { refusal } = done
  switch (refusal.reason) {
    case 'too_many':
      throw new TooMany(refusal.seconds)
    case 'not_found':
      throw new NotFound()
    case 'wrong':
      return showCode(c, { code: t('auth.code.wrong', { count: refusal.left }) }, 422)
    case 'over':
      return showCode(c, { code: t('auth.code.over') }, 422)
    case 'taken':
      return showCode(c, { code: t('account.phone_taken') }, 422)
  }
})

accountPhone.post(paths.accountPhoneResending.pattern, signedIn, async (c) => {
  await ownCode(c)
  const sent = await resend(c, 'change_phone')
  if ('id' in sent) return goTo(c, paths.accountPhoneCode.href({ id: sent.id }))
  return showCode(c, { resend: c.var.t('auth.code.wait', { seconds: sent.wait }) }, 422)
})

/** The code in the URL, when it is about this person's account; 404 otherwise. */
async function ownCode(c: C) {
  const shown = await codeShown(c, 'change_phone')
  if (shown.open.accountId !== ownId(c)) throw new NotFound()
  return shown
}

async function showCode(c: C, errors?: AccountPhoneProps['errors'], status: 200 | 422 = 200): Promise<Response> {
  const { open: _, isOver, ...shown } = await ownCode(c)
  const said = isOver && !errors ? { code: c.var.t('auth.code.over') } : errors
  return show(c, accountPhoneScreen, { id: idParam(c, 'id'), ...shown, ...(said ? { errors: said } : {}) }, status)
}
