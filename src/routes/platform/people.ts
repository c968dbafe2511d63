import { z } from 'zod'
import { allBrands } from '../../domain/brands/all-brands'
import { createInvitation } from '../../domain/people/invitations/create-invitation'
import { secretsOf } from '../../domain/people/invitations/secrets'
import { withdrawInvitation } from '../../domain/people/invitations/withdraw-invitation'
import { platformPeople } from '../../domain/people/staff/platform-people'
import { deactivateGrant, reactivateGrant } from '../../domain/people/staff/set-active'
import { paths } from '../../views/paths'
import { type PeopleProps, peopleScreen } from '../../views/platform/people'
import { router } from '../kit/audience'
import { type C, ctxOf } from '../kit/context'
import { NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { idParam, idQuery } from '../kit/params'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'

const form = z.object({
  key: z.uuid().catch(() => crypto.randomUUID()),
  brand: z.uuid().catch(''),
  name: z.string().trim().max(80).catch(''),
})

export const people = router()

people.get(paths.platformPeople.pattern, need('platform.manage'), (c) => answer(c, {}))

people.post(paths.platformInvitations.pattern, need('platform.manage'), async (c) => {
  const { t, deps } = c.var
  const { key, brand, name } = form.parse(await c.req.parseBody())
  const again = (errors: PeopleProps['errors']) => answer(c, { typed: { brand, name }, errors }, 422)
  const known = await allBrands(deps.db, deps.now())
  if (!known.some(({ id }) => id === brand)) return again({ brand: t('platform.people.brand_missing') })
  const input = { key, name, rights: 'brand_admin' as const, secret: deps.env.sessionSecret }
  const result = await run(c, createInvitation, input, ctxOf(c, { brandId: brand, storeId: '' }))
  if (result.ok) return goTo(c, `${paths.platformInvitation.href({ id: result.value.id })}#invitation`)
  const isName = result.refusal.reason === 'name_missing'
  return again({ name: t(isName ? 'platform.people.name_missing' : 'platform.key_reused') })
})

people.get(paths.platformInvitation.pattern, need('platform.manage'), (c) => answer(c, { shownId: idParam(c, 'id') }))

people.post(paths.platformInvitationWithdrawal.pattern, need('platform.manage'), async (c) => {
  const id = idParam(c, 'id')
  const { asked } = await platformPeople(c.var.deps.db, c.var.deps.now())
  const brandId = asked.find((it) => it.id === id)?.brandId
  if (!brandId) throw new NotFound()
  await run(c, withdrawInvitation, { id }, ctxOf(c, { brandId, storeId: '' }))
  return goTo(c, paths.platformPeople.href({}))
})

people.post(paths.platformDeactivation.pattern, need('platform.manage'), (c) => setActive(c, deactivateGrant))
people.post(paths.platformReactivation.pattern, need('platform.manage'), (c) => setActive(c, reactivateGrant))

async function setActive(c: C, command: typeof deactivateGrant): Promise<Response> {
  const grantId = idParam(c, 'id')
  const { keepers } = await platformPeople(c.var.deps.db, c.var.deps.now())
  const keeper = keepers.find(({ id }) => id === grantId)
  if (!keeper) throw new NotFound()
  const result = await run(c, command, { grantId }, ctxOf(c, { brandId: keeper.brandId ?? '', storeId: '' }))
  if (result.ok) return goTo(c, paths.platformPeople.href({}))
  if (result.refusal.reason !== 'last_boss') throw new NotFound()
  return answer(c, { errors: { boss: c.var.t('platform.people.last_boss') } }, 422)
}

type Said = Partial<Pick<PeopleProps, 'typed' | 'errors'>> & { shownId?: string }

async function answer(c: C, { typed, errors = {}, shownId }: Said, status: 200 | 422 = 200): Promise<Response> {
  const { db, now, env } = c.var.deps
  const [brands, found] = [await allBrands(db, now()), await platformPeople(db, now())]
  const asked = found.asked.find(({ id }) => id === shownId)
  if (shownId && !asked) throw new NotFound()
  const { token, code } = asked ? secretsOf(env.sessionSecret, asked.id) : { token: '', code: '' }
  const link = new URL(paths.joinInvitation.href({ secret: token || '-' }), env.publicUrl).href
  const shown = asked ? { ...asked, link, code } : null
  const blank = { brand: idQuery(c, 'brand') ?? '', name: '' }
  return show(c, peopleScreen, { brands, ...found, typed: typed ?? blank, errors, shown }, status)
}
