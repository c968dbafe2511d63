import type { FC } from 'hono/jsx'
import type { BoardTicket } from '../../domain/tickets/queries'
import { paths } from '../paths'
import { panelForm } from '../ui/freshness'
import { useView } from '../ui/view'
import { boardPanelId, type KitchenPlace, ticketElementId } from './place'

/** `bumpKey` is the number key that does the act: '1' to '9'. */
type ActProps = { ticket: BoardTicket; place: KitchenPlace; bumpKey: string | undefined }

const Key: FC<{ bumpKey: string | undefined }> = ({ bumpKey }) =>
  bumpKey ? <kbd class="keycap num">{bumpKey}</kbd> : null

/** Attributes of a form that takes its ticket off the board: it is gone with the answer, the rest of the board follows. */
const leaveForm = ({ id }: BoardTicket, action: string) => ({
  ...panelForm(action, ticketElementId(id)),
  'hx-swap': 'outerHTML',
})

/** Sends the ticket out, or begins it. */
export const BumpRow: FC<ActProps> = ({ ticket, place, bumpKey }) => {
  const { t } = useView()
  const params = { brand: place.brand, store: place.store, id: ticket.id }
  const query = { station: place.station }
  return (
    <div class="bump-row">
      <form {...leaveForm(ticket, paths.kitchenBump.href(params, query))}>
        <button class="bump" type="submit" data-bump={bumpKey} aria-keyshortcuts={bumpKey}>
          <Key bumpKey={bumpKey} />
          {t('kitchen.bump')}
          {ticket.status === 'preparing' && ticket.estimatedMinutes > 0 && (
            <span class="estimate num">{t('kitchen.estimate', { minutes: ticket.estimatedMinutes })}</span>
          )}
        </button>
      </form>
      {ticket.status === 'queued' && (
        <form {...panelForm(paths.kitchenStart.href(params, query), boardPanelId)}>
          <button
            class="bump start"
            type="submit"
            data-start={bumpKey}
            aria-keyshortcuts={bumpKey && `Shift+${bumpKey}`}
          >
            {t('kitchen.start')}
          </button>
        </form>
      )}
    </div>
  )
}

/** Takes a cancelled ticket off the board. */
export const DismissRow: FC<ActProps> = ({ ticket, place, bumpKey }) => {
  const { t } = useView()
  const params = { brand: place.brand, store: place.store, id: ticket.id }
  return (
    <form {...leaveForm(ticket, paths.kitchenDismissal.href(params, { station: place.station }))}>
      <button class="bump" type="submit" data-bump={bumpKey} aria-keyshortcuts={bumpKey}>
        <Key bumpKey={bumpKey} />
        {t('kitchen.dismiss')}
      </button>
    </form>
  )
}
