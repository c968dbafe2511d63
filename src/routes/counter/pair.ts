import { z } from 'zod'
import { openPairing } from '../../domain/people/devices/open-pairing'
import { type PairProps, pairScreen } from '../../views/counter/pair'
import { paths } from '../../views/paths'
import { addressOf } from '../kit/address'
import { router } from '../kit/audience'
import { type C, wantsFragment } from '../kit/context'
import { TooMany } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { goTo, show } from '../kit/show'
import { setTabletCookie, tabletToken } from '../kit/tablet'

const kinds = z.enum(['counter', 'kitchen'])

export const pair = router()

pair.get(paths.counterPair.pattern, need('public'), (c) => answer(c))

pair.post(paths.counterPair.pattern, need('public'), async (c) => {
  const read = await readForm(c, z.object({ kind: kinds }))
  return answer(c, read.ok ? read.value.kind : undefined)
})

/** The code of this tablet; once somebody has typed it, the way to its desk. A page that shows the code already is told nothing. */
async function answer(c: C, kind?: PairProps['kind']): Promise<Response> {
  const { deps, actor } = c.var
  const token = tabletToken(c)
  if (token && actor.kind !== 'system' && actor.tablet) {
    setTabletCookie(c, token, true)
    const { kind: desk, brandSlug: brand, storeSlug: store } = actor.tablet
    return goTo(c, (desk === 'kitchen' ? paths.kitchenBoard : paths.counterQueue).href({ brand, store }))
  }
  const now = deps.now()
  const opened = await openPairing(deps.db, now, deps.env.sessionSecret, { token, kind, from: addressOf(c) })
  if (!opened.ok) {
    if (opened.refusal.reason === 'too_many') throw new TooMany(opened.refusal.seconds)
    return goTo(c, paths.counterPair.href({}))
  }
  const { token: given, ...pairing } = opened.value
  setTabletCookie(c, given, false)
  if (kind && !wantsFragment(c)) return goTo(c, paths.counterPair.href({}))
  if (wantsFragment(c) && c.req.query('shown') === pairing.id) return c.body(null, 204)
  return show(c, pairScreen, { ...pairing, leftMs: pairing.expiresAt.getTime() - now.getTime() })
}
