import { z } from 'zod'
import { createInvitation, type InviteRefusal } from '../../domain/people/invitations/create-invitation'
import { stateOf, storeInvitation } from '../../domain/people/invitations/queries'
import { secretsOf } from '../../domain/people/invitations/secrets'
import { withdrawInvitation } from '../../domain/people/invitations/withdraw-invitation'
import { staffScreen } from '../../views/office/staff'
import type { InviteTyped } from '../../views/office/staff-invite'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { type C, ctxOf } from '../kit/context'
import { NotFound } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'
import { pickRights, staffProps } from './staff-props'

const form = z.object({
  key: z.uuid(),
  name: z.string().max(80).default(''),
  right: z.preprocess((typed) => [typed ?? []].flat(), z.array(z.string()).max(8)),
})

export const invitations = router()

invitations.get(paths.officeInvitations.pattern, need('staff.manage'), (c) =>
  goTo(c, paths.officeStaff.href({ brand: c.var.place.brandSlug, store: c.var.place.storeSlug })),
)

invitations.post(paths.officeInvitations.pattern, need('staff.manage'), async (c) => {
  const read = await readForm(c, form)
  if (!read.ok)
    return ask(c, {
      name: read.refusal.typed.name ?? '',
      rights: new Set(),
      key: crypto.randomUUID(),
      errors: { form: c.var.t('staff.no.key_reused') },
    })
  const { key, name, right } = read.value
  const names = new Set(right)
  const secret = c.var.deps.env.sessionSecret
  const result = await run(c, createInvitation, { key, name, rights: pickRights(names), secret })
  const { brandSlug: brand, storeSlug: store } = c.var.place
  if (result.ok) return goTo(c, `${paths.officeInvitation.href({ brand, store, id: result.value.id })}#invite`)
  return ask(c, { name, rights: names, key: crypto.randomUUID(), errors: inviteWords(c, result.refusal) })
})

invitations.get(paths.officeInvitation.pattern, need('staff.manage'), async (c) => {
  const { deps } = c.var
  const id = idParam(c, 'id')
  const [invitation, props] = await Promise.all([storeInvitation(deps.db, ctxOf(c), id), staffProps(c)])
  if (!invitation) throw new NotFound()
  const { token, code } = secretsOf(deps.env.sessionSecret, id)
  const link = new URL(paths.joinInvitation.href({ secret: token }), deps.env.publicUrl).href
  return show(c, staffScreen, { ...props, shown: { invitation, state: stateOf(invitation, deps.now()), link, code } })
})

invitations.post(paths.officeInvitationWithdrawal.pattern, need('staff.manage'), async (c) => {
  const result = await run(c, withdrawInvitation, { id: idParam(c, 'id') })
  if (!result.ok) throw new NotFound()
  return goTo(c, paths.officeStaff.href({ brand: c.var.place.brandSlug, store: c.var.place.storeSlug }))
})

const ask = async (c: C, invite: InviteTyped) => show(c, staffScreen, { ...(await staffProps(c)), invite }, 422)

function inviteWords({ var: { t } }: C, refusal: InviteRefusal): InviteTyped['errors'] {
  switch (refusal.reason) {
    case 'name_missing':
      return { name: t('staff.no.name_missing') }
    case 'nothing_given':
      return { rights: t('staff.no.nothing_given') }
    case 'not_held':
      return { rights: t('staff.no.not_held', { right: t(`staff.right.${refusal.right}`) }) }
    case 'key_reused':
      return { form: t('staff.no.key_reused') }
  }
}
