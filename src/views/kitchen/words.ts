import type { TicketRefusal } from '../../domain/orders/cooking/refusals'
import type { T } from '../ui/words'

/** Why nothing happened on the board, and that the board now shows how it is. */
export function ticketWords(t: T, refusal: TicketRefusal): string {
  switch (refusal.reason) {
    case 'not_found':
      return t('kitchen.not_found')
    case 'order_over':
      return t('kitchen.order_over')
    case 'illegal_move':
      return t('kitchen.moved_already')
  }
}
