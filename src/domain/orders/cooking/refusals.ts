import type { TicketEvent, TicketStatus } from '../../tickets/lifecycle'

export type TicketRefusal =
  | { reason: 'not_found' }
  | { reason: 'illegal_move'; from: TicketStatus; event: TicketEvent }
  | { reason: 'order_over' }
