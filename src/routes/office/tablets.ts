import { z } from 'zod'
import { nameLength, type PairRefusal, pairDevice } from '../../domain/people/devices/pair-device'
import { renameDevice } from '../../domain/people/devices/rename-device'
import { revokeDevice } from '../../domain/people/devices/revoke-device'
import { staffScreen } from '../../views/office/staff'
import type { TabletShown } from '../../views/office/tablets'
import { paths } from '../../views/paths'
import { addressOf } from '../kit/address'
import { router } from '../kit/audience'
import { type C, ctxOf } from '../kit/context'
import { NotFound, TooMany } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'
import { staffProps } from './staff-props'

export const tablets = router()

const slugs = ({ var: { place } }: C) => ({ brand: place.brandSlug, store: place.storeSlug })
const listHref = (c: C) => `${paths.officeStaff.href(slugs(c))}#tablets`

tablets.get(paths.officeTablets.pattern, need('staff.manage'), (c) => goTo(c, listHref(c)))

tablets.get(paths.officeNewTablet.pattern, need('staff.manage'), (c) => showPairing(c))

const pairForm = z.object({ code: z.string().max(40).default(''), name: z.string().max(200).default('') })

tablets.post(paths.officeTablets.pattern, need('staff.manage'), async (c) => {
  const { deps, t } = c.var
  const read = await readForm(c, pairForm)
  if (!read.ok) return showPairing(c, read.refusal.typed, { code: t('tablet.office.no.code') })
  const { code, name } = read.value
  const tried = { code, name, secret: deps.env.sessionSecret, from: addressOf(c) }
  const result = await pairDevice(deps.db, ctxOf(c), tried)
  if (result.ok) return goTo(c, `${paths.officeTablet.href({ ...slugs(c), id: result.value.id })}#tablet`)
  return showPairing(c, read.value, pairWords(c, result.refusal))
})

tablets.get(paths.officeTablet.pattern, need('staff.manage'), (c) => showTablet(c))

tablets.post(paths.officeTablet.pattern, need('staff.manage'), async (c) => {
  const id = idParam(c, 'id')
  const read = await readForm(c, z.object({ name: z.string().trim().min(1).max(nameLength) }))
  if (!read.ok) return showTablet(c, read.refusal.typed.name ?? '')
  const result = await run(c, renameDevice, { id, name: read.value.name })
  if (result.ok) return goTo(c, `${paths.officeTablet.href({ ...slugs(c), id })}#tablet`)
  if (result.refusal.reason === 'not_found') throw new NotFound()
  return showTablet(c, read.value.name)
})

tablets.post(paths.officeTabletRevocation.pattern, need('staff.manage'), async (c) => {
  const result = await run(c, revokeDevice, { id: idParam(c, 'id') })
  if (!result.ok) throw new NotFound()
  return goTo(c, listHref(c))
})

type Errors = { code?: string; name?: string }

async function showPairing(c: C, typed: Record<string, string> = {}, errors: Errors = {}): Promise<Response> {
  const url = new URL(paths.counterPair.href({}), c.var.deps.env.publicUrl).href
  const tablet: TabletShown = { url, typed: { code: typed.code ?? '', name: typed.name ?? '' }, errors }
  return show(c, staffScreen, { ...(await staffProps(c)), tablet }, errors.code || errors.name ? 422 : 200)
}

/** One tablet beside the staff; `wrongName` is a name that could not be kept. */
async function showTablet(c: C, wrongName?: string): Promise<Response> {
  const id = idParam(c, 'id')
  const props = await staffProps(c)
  const found = props.tablets.find((one) => one.id === id)
  if (!found) throw new NotFound()
  const tablet: TabletShown = { tablet: found, wrongName }
  return show(c, staffScreen, { ...props, tablet }, wrongName === undefined ? 200 : 422)
}

function pairWords({ var: { t } }: C, refusal: PairRefusal): Errors {
  switch (refusal.reason) {
    case 'too_many':
      throw new TooMany(refusal.seconds)
    case 'no_such_code':
      return { code: t('tablet.office.no.code') }
    case 'name_missing':
      return { name: t('tablet.office.no.name') }
  }
}
