import type { FC } from 'hono/jsx'
import type { BoardTicket } from '../../domain/tickets/queries'
import { paths } from '../paths'
import { panelForm } from '../ui/freshness'
import { useView } from '../ui/view'
import { boardPanelId, type KitchenPlace } from './place'

/** A started ticket has been seen by whoever started it. */
export const isUnseen = ({ seenAt, status }: BoardTicket): boolean => status === 'queued' && !seenAt

/**
 * New tickets ring until somebody touches the board (R35): any touch or key sends this form. It says which tickets were on the
 * screen, so that one which arrives at that very moment still rings.
 */
export const SeenForm: FC<{ place: KitchenPlace; tickets: BoardTicket[] }> = ({ place, tickets }) => {
  const { t } = useView()
  const { brand, store, station } = place
  const unseen = tickets.filter(isUnseen)
  if (unseen.length === 0) return null
  return (
    <form
      class="seen"
      id="seen"
      data-seen
      {...panelForm(paths.kitchenAcknowledgement.href({ brand, store }, { station }), boardPanelId)}
    >
      {unseen.map(({ id }) => (
        <input type="hidden" name="ticket" value={id} />
      ))}
      <button class="seen-button num" type="submit">
        {t('kitchen.seen', { count: unseen.length })}
      </button>
    </form>
  )
}
