import { type WorkPlace, workPlaces } from '../../domain/brands/work-places'
import { may, type Permission } from '../../domain/people/may'
import type { Actor } from '../../domain/shared/ctx'
import { type Desk, DesksPage, type Room } from '../../views/auth/desks'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { need } from '../kit/guard'
import { showPage } from '../kit/show'

const doors: Record<Room, Permission> = {
  counter: 'counter.use',
  kitchen: 'kitchen.use',
  dispatch: 'dispatch.use',
  customers: 'customer.see',
  office: 'office.enter',
}

const deskAt = (actor: Actor, place: WorkPlace): Desk => ({
  place,
  // The office has the customers among its nouns.
  rooms: (Object.keys(doors) as Room[]).filter(
    (room) => may(actor, doors[room], place) && !(room === 'customers' && may(actor, doors.office, place)),
  ),
})

export const desks = router()

desks.get(paths.desks.pattern, need('works'), async (c) => {
  const { actor, deps } = c.var
  const places = await workPlaces(deps.db, actor.kind === 'person' ? actor.grants : [])
  const found = places.map((place) => deskAt(actor, place)).filter(({ rooms }) => rooms.length > 0)
  return showPage(c, DesksPage, { desks: found, isBoss: may(actor, 'platform.manage') })
})
