import { z } from 'zod'
import { sagaList } from '../../domain/orders/saga/queries'
import { may } from '../../domain/people/may'
import { sagaScreen } from '../../views/office/saga'
import { type SagaListProps, sagaShows, sagasScreen } from '../../views/office/saga-list'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { type C, ctxOf, wantsFragment } from '../kit/context'
import { need } from '../kit/guard'
import { show } from '../kit/show'
import { frameOf } from './frame'
import { sagaFacts } from './saga-facts'

const query = z.object({
  show: z.enum(sagaShows).catch('needs_you'),
  cursor: z.uuid().optional().catch(undefined),
  current: z.uuid().optional().catch(undefined),
})

export const sagas = router()

sagas.get(paths.officeSagas.pattern, need('saga.see'), async (c) => {
  const { current } = query.parse(c.req.query())
  return show(c, sagasScreen, await listProps(c, current))
})

sagas.get(paths.officeSaga.pattern, need('saga.see'), async (c) => {
  const mayPush = may(c.var.actor, 'saga.push', c.var.place)
  if (wantsFragment(c)) {
    const facts = await sagaFacts(c)
    return show(c, sagaScreen, { frame: frameOf(c, facts.trail.stuckCount), facts, mayPush, list: null })
  }
  const [facts, list] = await Promise.all([sagaFacts(c), listProps(c, c.req.param('id'))])
  return show(c, sagaScreen, { frame: list.frame, facts, mayPush, list })
})

async function listProps(c: C, currentId: string | undefined): Promise<SagaListProps> {
  const { deps, place } = c.var
  const { show: shown, cursor } = query.parse(c.req.query())
  const { items, settled, counts, nextCursor } = await sagaList(deps.db, ctxOf(c), {
    show: shown,
    cursor: cursor ?? null,
  })
  const frame = frameOf(c, counts.needsYou)
  return { frame, timeZone: place.timeZone, show: shown, rows: items, settled, counts, nextCursor, currentId }
}
