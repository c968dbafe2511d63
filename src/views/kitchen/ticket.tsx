import type { FC } from 'hono/jsx'
import type { BoardTicket } from '../../domain/tickets/queries'
import { paths } from '../paths'
import { panelForm } from '../ui/freshness'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import { ageOf, minutesOf } from './age'
import { boardPanelId, type KitchenPlace } from './place'
import { isUnseen } from './seen-form'
import { Note, TicketLine } from './ticket-line'

/** `bumpKey` is the number key that bumps it: '1' to '9'. */
type TicketProps = {
  ticket: BoardTicket
  place: KitchenPlace
  bumpKey: string | undefined
  /** Several stations hang on this board: each ticket says whose it is. */
  isMixed?: boolean
}

/** A slip on the rail: how old against its promise, what is on it, and the row that sends it out. */
export const Ticket: FC<TicketProps> = ({ ticket, place, bumpKey, isMixed = false }) => {
  const { t, now } = useView()
  const { brand, store, station } = place
  const isVoid = ticket.status === 'cancelled'
  const where = [ticket.tableLabel, t(`orders.type.${ticket.orderType}`)].filter(Boolean).join(' ')
  const number = ticket.number ?? '—'
  const lineAction = (line: string) => paths.kitchenLineBump.href({ brand, store, id: ticket.id, line }, { station })
  return (
    <article
      class="ticket"
      id={`t-${ticket.id}`}
      data-age={ageOf(ticket, now)}
      data-unseen={isUnseen(ticket) ? '' : undefined}
      aria-label={`${number} ${where}`}
    >
      <header>
        <h2 class="num text-b4 leading-none">{number}</h2>
        <p class="num text-right text-b4 leading-none font-bold">
          {minutesOf(ticket.queuedAt, now)}
          <small class="text-b2">{t('kitchen.minute')}</small>
        </p>
        <p class="mt-1 text-b2 font-bold">
          {where}
          {isMixed && ticket.station && <span class="ms-2 font-normal">{ticket.station}</span>}
        </p>
        <p class="num mt-1 text-right text-b1">
          <PromisedAt ticket={ticket} timeZone={place.timeZone} />
        </p>
      </header>
      <Revision revision={ticket.revision} />
      {ticket.orderNote && (
        <p class="ticket-note">
          <Note text={ticket.orderNote} />
        </p>
      )}
      <ul class="ticket-lines">
        {ticket.lines.map((line) => (
          <TicketLine line={line} ticketId={ticket.id} action={isVoid ? null : lineAction(line.id)} />
        ))}
      </ul>
      {isVoid ? <DismissRow {...{ ticket, place, bumpKey }} /> : <BumpRow {...{ ticket, place, bumpKey }} />}
    </article>
  )
}

const PromisedAt: FC<{ ticket: BoardTicket; timeZone: string }> = ({ ticket, timeZone }) => {
  const { t, lang, now } = useView()
  const time = clockText(ticket.dueAt, lang, timeZone)
  if (ticket.status === 'cancelled') return <b>{t('kitchen.cancelled')}</b>
  if (ticket.dueAt <= now) return <>{t('kitchen.promised', { time })}</>
  return <>{t(ticket.orderType === 'delivery' ? 'kitchen.rider_at' : 'kitchen.before', { time })}</>
}

const Revision: FC<{ revision: number }> = ({ revision }) =>
  revision > 1 ? <p class="rev-note num">{useView().t('kitchen.revision', { revision })}</p> : null

const Key: FC<{ bumpKey: string | undefined }> = ({ bumpKey }) =>
  bumpKey ? <kbd class="keycap num">{bumpKey}</kbd> : null

const BumpRow: FC<TicketProps> = ({ ticket, place, bumpKey }) => {
  const { t } = useView()
  const params = { brand: place.brand, store: place.store, id: ticket.id }
  const query = { station: place.station }
  return (
    <div class="bump-row">
      <form {...panelForm(paths.kitchenBump.href(params, query), boardPanelId)}>
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

const DismissRow: FC<TicketProps> = ({ ticket, place, bumpKey }) => {
  const { t } = useView()
  const params = { brand: place.brand, store: place.store, id: ticket.id }
  return (
    <form {...panelForm(paths.kitchenDismissal.href(params, { station: place.station }), boardPanelId)}>
      <button class="bump" type="submit" data-bump={bumpKey} aria-keyshortcuts={bumpKey}>
        <Key bumpKey={bumpKey} />
        {t('kitchen.dismiss')}
      </button>
    </form>
  )
}
