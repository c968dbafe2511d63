import type { Lifecycle } from '../shared/lifecycle'

export type TicketStatus = 'waiting' | 'queued' | 'preparing' | 'ready' | 'cancelled'
export type TicketEvent = 'release' | 'start' | 'bump' | 'recall' | 'void'

/** A ticket on the board. `waiting` is a future order not yet due (R36); a void one is never servable. */
export const ticketLife: Lifecycle<TicketStatus, TicketEvent> = {
  waiting: { release: 'queued', start: 'preparing', void: 'cancelled' },
  queued: { start: 'preparing', bump: 'ready', void: 'cancelled' },
  preparing: { bump: 'ready', void: 'cancelled' },
  ready: { recall: 'preparing', void: 'cancelled' },
  cancelled: {},
}
