import { z } from 'zod'
import { changeEmail } from '../../domain/people/profile/change-email'
import { editProfile, setPreferences } from '../../domain/people/profile/edit-profile'
import { inTransaction } from '../../domain/shared/in-transaction'
import { paths } from '../../views/paths'
import { accountFields } from '../../views/shop/account'
import { router } from '../kit/audience'
import { setLanguageCookie } from '../kit/cookies'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { idQuery } from '../kit/params'
import { goTo } from '../kit/show'
import { changed, ownId, showAccount, wrong } from './account-page'

const signedIn = need('signed_in')
const text = (max: number) => z.string().trim().max(max)

export const account = router()

account.get(paths.account.pattern, signedIn, (c) => {
  const field = z.enum(accountFields).safeParse(c.req.query('edit')).data
  return showAccount(c, { edit: field ? { field, id: idQuery(c, 'id') } : null })
})

const profileForm = z.object({
  name: text(200).optional(),
  birthDate: text(10).optional(),
  gender: z.enum(['female', 'male', 'other', '']).optional(),
})

account.post(paths.accountProfile.pattern, signedIn, async (c) => {
  const { deps, t } = c.var
  const read = await readForm(c, profileForm)
  const typed = read.ok ? read.value : read.refusal.typed
  const field = typed.birthDate !== undefined ? 'birth' : typed.gender !== undefined ? 'gender' : 'name'
  const error =
    field === 'birth'
      ? { birthDate: t('account.bad_birth') }
      : { name: t(typed.name ? 'auth.name_long' : 'auth.name_missing') }
  if (!read.ok || (field === 'name' && typed.name === undefined)) return wrong(c, field, error, typed)
  const { name, birthDate, gender } = read.value
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(birthDate === undefined ? {} : { birthDate: birthDate || null }),
    ...(gender === undefined ? {} : { gender: gender || null }),
  }
  const done = await inTransaction(deps.db, (tx) => editProfile(tx, deps.now(), ownId(c), change))
  return done.ok ? changed(c, 'me') : wrong(c, field, error, typed)
})

account.post(paths.accountEmail.pattern, signedIn, async (c) => {
  const { deps, t } = c.var
  const read = await readForm(c, z.object({ email: text(254) }))
  if (!read.ok) return wrong(c, 'email', { email: t('auth.email_bad') }, read.refusal.typed)
  const done = await inTransaction(deps.db, (tx) => changeEmail(tx, deps.now(), ownId(c), read.value.email))
  if (done.ok) return changed(c, 'door')
  const words = { bad_email: 'auth.email_bad', taken: 'account.email_taken', last_login: 'account.last_login' }
  return wrong(c, 'email', { email: t(words[done.refusal.reason]) }, read.value)
})

const preferencesForm = z.object({
  lang: z.enum(['zh-Hant', 'en']),
  ready: z.literal('1').optional(),
  news: z.literal('1').optional(),
})

account.post(paths.accountPreferences.pattern, signedIn, async (c) => {
  const { deps, lang: spoken } = c.var
  const read = await readForm(c, preferencesForm)
  if (!read.ok) return showAccount(c, { edit: null }, 422)
  const { lang, ready, news } = read.value
  const wanted = { lang, notices: { ready: ready === '1', news: news === '1' } }
  await inTransaction(deps.db, (tx) => setPreferences(tx, deps.now(), ownId(c), wanted))
  setLanguageCookie(c, lang)
  return lang === spoken ? changed(c, 'say') : goTo(c, `${paths.account.href({})}#say`)
})
