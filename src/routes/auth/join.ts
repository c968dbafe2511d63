import { z } from 'zod'
import { acceptInvitation } from '../../domain/people/invitations/accept-invitation'
import { type Invitation, invitationBySecret, stateOf } from '../../domain/people/invitations/queries'
import { plainCode } from '../../domain/people/invitations/secrets'
import { tooMany } from '../../domain/people/rate-limit'
import { accountOf } from '../../domain/shared/ctx'
import { invitationScreen } from '../../views/auth/invitation'
import { joinScreen } from '../../views/auth/join'
import { paths } from '../../views/paths'
import { addressOf } from '../kit/address'
import { router } from '../kit/audience'
import { type C, ctxOf } from '../kit/context'
import { NotFound, TooMany } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'

const form = z.object({
  code: z.string('auth.join_code_missing').trim().min(1, 'auth.join_code_missing').max(80, 'auth.join_code_wrong'),
})

export const join = router()

join.get(paths.join.pattern, need('public'), (c) => show(c, joinScreen, {}))

join.post(paths.join.pattern, need('public'), async (c) => {
  const read = await readForm(c, form)
  if (!read.ok)
    return show(c, joinScreen, { code: read.refusal.typed.code, error: c.var.t(read.refusal.errors.code ?? '') }, 422)
  const { code } = read.value
  const found = await find(c, code)
  if (!found) return show(c, joinScreen, { code, error: c.var.t('auth.join_code_wrong') }, 422)
  return goTo(c, paths.joinInvitation.href({ secret: plainCode(code) }))
})

join.get(paths.joinInvitation.pattern, need('public'), async (c) => {
  const invitation = await find(c, c.req.param('secret'))
  if (!invitation) throw new NotFound()
  return answer(c, invitation, 200)
})

join.post(paths.joinInvitation.pattern, need('signed_in'), async (c) => {
  const secret = c.req.param('secret')
  const invitation = await find(c, secret)
  if (!invitation) throw new NotFound()
  const { brandId, storeId } = invitation
  const result = await run(c, acceptInvitation, { secret }, ctxOf(c, { brandId, storeId: storeId ?? '' }))
  if (result.ok) return goTo(c, paths.desks.href({}))
  if (result.refusal.reason === 'not_found') throw new NotFound()
  return show(c, invitationScreen, { secret, invitation, state: result.refusal.reason, isYours: false }, 422)
})

/** Every look counts against guessing, from one address. */
async function find(c: C, secret: string): Promise<Invitation | null> {
  const { db, now } = c.var.deps
  const limited = await tooMany(db, 'joinFrom', addressOf(c), now())
  if (limited) throw new TooMany(limited.seconds)
  return invitationBySecret(db, secret, c.var.lang)
}

function answer(c: C, invitation: Invitation, status: 200 | 422): Response {
  const isYours = invitation.acceptedBy !== null && invitation.acceptedBy === accountOf(c.var.actor)
  const state = stateOf(invitation, c.var.deps.now())
  return show(c, invitationScreen, { secret: c.req.param('secret') ?? '', invitation, state, isYours }, status)
}
