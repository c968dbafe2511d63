import type { FC } from 'hono/jsx'
import type { BoardTicket } from '../../domain/tickets/queries'
import { paths } from '../paths'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import { ageOf, minutesOf } from './age'
import { type KitchenPlace, ticketElementId } from './place'
import { isUnseen } from './seen-form'
import { BumpRow, DismissRow } from './ticket-acts'
import { Note, TicketLine } from './ticket-line'

/** `bumpKey` is the number key that bumps it: '1' to '9'. */
type TicketProps = {
  ticket: BoardTicket
  place: KitchenPlace
  bumpKey: string | undefined
  /** The station it belongs to, where that is not plain. */
  ofStation?: string | undefined
}

/** A slip on the rail: how old against its promise, what is on it, and the row that sends it out. */
export const Ticket: FC<TicketProps> = ({ ticket, place, bumpKey, ofStation }) => {
  const { t, now } = useView()
  const { brand, store, station } = place
  const isVoid = ticket.status === 'cancelled'
  const where = [ticket.tableLabel, t(`orders.type.${ticket.orderType}`)].filter(Boolean).join(' ')
  const number = ticket.number ?? '—'
  const lineAction = (line: string) => paths.kitchenLineBump.href({ brand, store, id: ticket.id, line }, { station })
  return (
    <article
      class="ticket"
      id={ticketElementId(ticket.id)}
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
        <p class="ticket-where mt-1 text-b2 font-bold">
          {where}
          {ofStation && <span class="text-b1 font-normal">{ofStation}</span>}
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
