import { auditPage } from '../../domain/audit/queries'
import { stuckCount } from '../../domain/orders/saga/stuck'
import { auditScreen } from '../../views/office/audit'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { ctxOf } from '../kit/context'
import { need } from '../kit/guard'
import { show } from '../kit/show'
import { auditQuery } from './audit-query'
import { frameOf } from './frame'

const pageSize = 50

export const auditLog = router()

auditLog.get(paths.officeAudit.pattern, need('staff.manage'), async (c) => {
  const { deps, place } = c.var
  const ctx = ctxOf(c)
  const { filter, cursor, narrowing, today } = auditQuery(c)
  const around = { today: today.from, limit: pageSize, beside: stuckCount(ctx) }
  const found = await auditPage(deps.db, ctx, narrowing, around)
  const nextCursor = found.next ? `${found.next.at.getTime()}~${found.next.id}` : null
  const frame = frameOf(c, found.beside)
  return show(c, auditScreen, { frame, filter, cursor, nextCursor, timeZone: place.timeZone, today: today.day, found })
})
