import type { FC } from 'hono/jsx'
import type { Board, BoardTicket } from '../../domain/tickets/queries'
import { paths } from '../paths'
import { Document } from '../ui/document'
import { livePanel, StaleBar } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'
import { AllDay } from './all-day'
import { BoardHead } from './board-head'
import { Keys } from './keys'
import { boardPanelId, type KitchenPlace } from './place'
import { Recall } from './recall'
import { SeenForm } from './seen-form'
import { Ticket } from './ticket'

export type BoardProps = {
  place: KitchenPlace
  board: Board
  /** The list of bumped tickets is open; number keys belong to it then. */
  isRecalling: boolean
  /** Why the last act was refused, in words. */
  problem?: string | undefined
}

const keysOnBoard = 9

const BoardPanel: FC<BoardProps> = ({ place, board, isRecalling, problem }) => {
  const { t, lang } = useView()
  const { brand, store, station } = place
  const url = (recall: boolean) =>
    paths.kitchenBoard.href({ brand, store }, { station, recall: recall ? 1 : undefined })
  /** On a board of several stations each ticket says whose it is. */
  const stationOf = ({ stationId }: BoardTicket) => {
    const found = !station && board.stations.length > 1 && board.stations.find(({ id }) => id === stationId)
    return found ? textIn(found.name, lang) : undefined
  }
  const keyOf = (index: number) => (isRecalling || index >= keysOnBoard ? undefined : String(index + 1))
  return (
    <div class="board" id={boardPanelId} {...livePanel(url(isRecalling), ['tickets'])}>
      <BoardHead place={place} board={board} recallUrl={url(!isRecalling)} isRecalling={isRecalling} />
      <div>
        <StaleBar advice={t('kitchen.stale_advice')} />
        <p class="unsent" role="alert" data-unsent hidden>
          {t('kitchen.unsent')}
        </p>
        {problem && (
          <p class="unsent" role="alert">
            {problem}
          </p>
        )}
      </div>
      <main id="main" class="rail" tabindex={-1}>
        <div class="hang" data-hang>
          {board.tickets.map((ticket, index) => (
            <Ticket ticket={ticket} place={place} bumpKey={keyOf(index)} ofStation={stationOf(ticket)} />
          ))}
        </div>
        {board.tickets.length === 0 && <Empty board={board} />}
        {isRecalling && <Recall recent={board.recent} place={place} closeUrl={url(false)} />}
        <SeenForm place={place} tickets={board.tickets} />
      </main>
      <AllDay totals={board.allDay} />
    </div>
  )
}

const Empty: FC<{ board: Board }> = ({ board }) => {
  const { t } = useView()
  return (
    <div class="board-empty">
      <Icon name="circle-check" class="mx-auto size-20 text-ok" />
      <p class="text-b3 font-bold">{t('kitchen.empty_title')}</p>
      <p class="text-b2 text-muted">{t(board.recent.length > 0 ? 'kitchen.empty_recall' : 'kitchen.empty_body')}</p>
    </div>
  )
}

const BoardPage: FC<BoardProps> = (props) => {
  const { t, lang } = useView()
  const { place, board } = props
  const named = board.stations.find(({ id }) => id === place.station)
  const station = named ? textIn(named.name, lang) : t('kitchen.every_station')
  return (
    <Document
      title={t('kitchen.title', { station, store: place.name })}
      theme="board"
      stream={paths.kitchenStream.href({ brand: place.brand, store: place.store })}
      keepsListening
      scripts={['kitchen.js']}
      refreshWithoutScript={15}
    >
      <BoardPanel {...props} />
      <Keys />
    </Document>
  )
}

export const boardScreen = { Page: BoardPage, Panel: BoardPanel }
