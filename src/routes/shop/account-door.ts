import { z } from 'zod'
import { isPassword } from '../../domain/people/passwords'
import { deleteAccount } from '../../domain/people/profile/delete-account'
import { endOneSession, endOtherSessions } from '../../domain/people/profile/end-sessions'
import { myData } from '../../domain/people/profile/my-data'
import { changePassword } from '../../domain/people/profile/own-password'
import { inTransaction } from '../../domain/shared/in-transaction'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { ctxOf } from '../kit/context'
import { NotFound, TooMany } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { arrivalOf, clearSessionCookie, sessionToken, setSessionCookie } from '../kit/session'
import { goTo } from '../kit/show'
import { changed, ownId, wrong } from './account-page'

const signedIn = need('signed_in')
const proof = z.string().max(200).default('')

export const accountDoor = router()

const passwordForm = z.object({ proof, password: z.string().refine(isPassword) })

accountDoor.post(paths.accountPassword.pattern, signedIn, async (c) => {
  const { deps, t } = c.var
  const read = await readForm(c, passwordForm)
  if (!read.ok) return wrong(c, 'password', { password: t('auth.password_bad') })
  const { proof: old, password: fresh } = read.value
  const done = await changePassword(deps.db, deps.now(), ownId(c), { old, fresh, arrival: arrivalOf(c) })
  if (done.ok) {
    setSessionCookie(c, done.value)
    return goTo(c, `${paths.account.href({})}#door`)
  }
  if (done.refusal.reason === 'too_many') throw new TooMany(done.refusal.seconds)
  const isOld = done.refusal.reason === 'wrong_password'
  return wrong(c, 'password', isOld ? { proof: t('account.wrong_password') } : { password: t('auth.password_bad') })
})

accountDoor.post(paths.accountSessions.pattern, signedIn, async (c) => {
  await inTransaction(c.var.deps.db, (tx) => endOtherSessions(tx, ownId(c), sessionToken(c) ?? ''))
  return changed(c, 'where')
})

accountDoor.post(paths.accountSession.pattern, signedIn, async (c) => {
  const ended = await inTransaction(c.var.deps.db, (tx) => endOneSession(tx, ownId(c), c.req.param('id') ?? ''))
  if (!ended.ok) throw new NotFound()
  return changed(c, 'where')
})

accountDoor.get(paths.accountData.pattern, signedIn, async (c) => {
  const data = await myData(c.var.deps.db, ownId(c))
  if (!data) throw new NotFound()
  c.header('Content-Disposition', 'attachment; filename="comanda.json"')
  c.header('Cache-Control', 'no-store')
  return c.json(data)
})

/** `sure` is in the form that one opens first: no other page can send it by mistake. */
const deletionForm = z.object({ proof, sure: z.literal('1') })

accountDoor.post(paths.accountDeletion.pattern, signedIn, async (c) => {
  const { deps, t } = c.var
  const read = await readForm(c, deletionForm)
  if (!read.ok) return wrong(c, 'delete', {})
  const done = await deleteAccount(deps.db, ctxOf(c, { brandId: '', storeId: '' }), read.value.proof)
  if (done.ok) {
    clearSessionCookie(c)
    return goTo(c, paths.home.href({}))
  }
  const { refusal } = done
  switch (refusal.reason) {
    case 'too_many':
      throw new TooMany(refusal.seconds)
    case 'wrong_password':
      return wrong(c, 'delete', { proof: t('account.wrong_password') })
    case 'order_under_way':
      return wrong(c, 'delete', { form: t('account.order_under_way') })
    case 'not_found':
      throw new NotFound()
    case 'last_boss':
      return wrong(c, 'delete', { form: t('account.last_boss') })
  }
})
