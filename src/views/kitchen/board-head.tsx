import type { FC } from 'hono/jsx'
import type { Board } from '../../domain/tickets/queries'
import { paths } from '../paths'
import { Freshness } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { clockText, textIn } from '../ui/words'
import type { KitchenPlace } from './place'
import { swap } from './recall'

type HeadProps = { place: KitchenPlace; board: Board; recallUrl: string; isRecalling: boolean }

/** Whose board this is, how busy it is, and whether it can be believed. */
export const BoardHead: FC<HeadProps> = ({ place, board, recallUrl, isRecalling }) => {
  const { t, lang, now, tablet } = useView()
  const open = board.tickets.filter(({ status }) => status !== 'cancelled').length
  return (
    <header class="board-head">
      <Stations place={place} stations={board.stations} />
      <Figure value={open} words={t('kitchen.tickets')} />
      {board.averageMinutes !== null && <Figure value={board.averageMinutes} words={t('kitchen.average')} />}
      {board.lateCount > 0 && <Figure value={board.lateCount} words={t('kitchen.late')} class="text-bad" />}
      {board.waiting.count > 0 && board.waiting.nextAt && (
        <p class="board-waiting num">
          {t('kitchen.waiting', {
            count: board.waiting.count,
            time: clockText(board.waiting.nextAt, lang, place.timeZone),
          })}
        </p>
      )}
      <div class="board-tools">
        <button class="tool" type="button" id="sound" data-sound hidden hx-morph-skip>
          <Icon name="volume-x" class="size-8" />
          {t('kitchen.sound_on')}
        </button>
        <a
          class="tool"
          href={recallUrl}
          aria-label={t('kitchen.recall')}
          aria-keyshortcuts="0"
          aria-expanded={isRecalling ? 'true' : 'false'}
          data-recall-toggle
          {...swap(recallUrl)}
        >
          <Icon name="undo-2" class="size-8" />
          <span class="tool-word">{t('kitchen.recall')}</span>
        </a>
        {tablet && (
          <a
            class="tool"
            href={paths.counterPin.href({ brand: place.brand, store: place.store })}
            aria-label={t('tablet.switch')}
          >
            <Icon name="users-round" class="size-8" />
          </a>
        )}
        <button class="tool" type="button" popovertarget="keys" aria-label={t('kitchen.keys_title')}>
          <Icon name="keyboard" class="size-8" />
        </button>
      </div>
      <Freshness class="text-b2" timeZone={place.timeZone} />
      <p class="num text-b4 font-bold" id="clock" data-clock hx-morph-skip>
        {clockText(now, lang, place.timeZone)}
      </p>
    </header>
  )
}

const Figure: FC<{ value: number; words: string; class?: string }> = ({ value, words, class: extra }) => (
  <p class={`num text-b2 whitespace-nowrap ${extra ?? ''}`}>
    <b>{value}</b> <span class={extra ? undefined : 'text-muted'}>{words}</span>
  </p>
)

/** The station whose board this is; with several stations, the others are one touch away. */
const Stations: FC<{ place: KitchenPlace; stations: Board['stations'] }> = ({ place, stations }) => {
  const { t, lang } = useView()
  const { brand, store } = place
  const current = stations.find(({ id }) => id === place.station) ?? (stations.length === 1 ? stations[0] : undefined)
  const name = current ? textIn(current.name, lang) : t('kitchen.every_station')
  const words = (
    <>
      {name} <span class="ms-2 text-b1 font-normal text-muted">{place.name}</span>
    </>
  )
  if (stations.length < 2) return <h1 class="text-b3 whitespace-nowrap">{words}</h1>
  const choices = [
    { id: undefined, name: t('kitchen.every_station') },
    ...stations.map((station) => ({ id: station.id, name: textIn(station.name, lang) })),
  ]
  return (
    <>
      <h1 class="text-b3 whitespace-nowrap">
        <button class="station-now" type="button" popovertarget="stations">
          {words}
          <Icon name="chevron-down" class="size-6" />
        </button>
      </h1>
      <nav class="stations" id="stations" popover="auto" aria-label={t('kitchen.stations')}>
        {choices.map(({ id, name }) => (
          <a
            href={paths.kitchenBoard.href({ brand, store }, { station: id })}
            aria-current={id === place.station ? 'page' : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
    </>
  )
}
