import { stuckCount } from '../../domain/orders/saga/stuck'
import { storeTablets } from '../../domain/people/devices/queries'
import { grantable, type Right, rights } from '../../domain/people/may'
import { staffList } from '../../domain/people/staff/queries'
import type { RightChange, RightsRefusal } from '../../domain/people/staff/set-rights'
import { accountOf } from '../../domain/shared/ctx'
import type { StaffProps } from '../../views/office/staff'
import { type C, ctxOf } from '../kit/context'
import { frameOf } from './frame'

/** The staff page's list, with what the reader may change in it. */
export async function staffProps(c: C, typed?: ReadonlySet<string>): Promise<StaffProps> {
  const { deps, place, actor } = c.var
  const ctx = ctxOf(c)
  const [list, tablets] = await Promise.all([staffList(deps.db, ctx, stuckCount(ctx)), storeTablets(deps.db, ctx)])
  return {
    frame: frameOf(c, list.beside),
    timeZone: place.timeZone,
    you: accountOf(actor) ?? '',
    list,
    q: c.req.query('q')?.trim().slice(0, 60) || undefined,
    tablets,
    edit: { grantable: grantable(actor, place), typed },
  }
}

export type TypedRights = { changes: RightChange[]; typed: ReadonlySet<string> }

const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(p[1-4])$/

/** What a form of ticks changed: the rights it showed (`was`) against those ticked now (`right`), so that nothing else is touched. */
export async function readRights(c: C): Promise<TypedRights> {
  const body = await c.req.parseBody({ all: true })
  const all = (name: string) =>
    new Set([body[name] ?? []].flat().filter((one): one is string => typeof one === 'string'))
  const [was, typed] = [all('was'), all('right')]
  const changes = [...new Set([...was, ...typed])].flatMap((key): RightChange[] => {
    const [, grantId, right] = shape.exec(key) ?? []
    if (!grantId || was.has(key) === typed.has(key)) return []
    return [{ grantId, right: right as Right, value: typed.has(key) }]
  })
  return { changes, typed }
}

/** Rights ticked by their names alone, as in an invitation. */
export const pickRights = (names: ReadonlySet<string>) =>
  Object.fromEntries(rights.map((right) => [right, names.has(right)])) as Record<Right, boolean>

export function rightsWords({ var: { t } }: C, refusal: Exclude<RightsRefusal, { reason: 'not_found' }>): string {
  switch (refusal.reason) {
    case 'not_held':
      return t('staff.no.not_held', { right: t(`staff.right.${refusal.right}`) })
    case 'own_staff_right':
      return t('staff.no.own_staff_right')
    case 'left':
      return t('staff.no.left')
    case 'none_left':
      return t('staff.no.none_left')
  }
}
