import type { FC } from 'hono/jsx'
import type { BoardLine } from '../../domain/tickets/queries'
import { isDanger } from '../ui/danger'
import { panelForm } from '../ui/freshness'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'
import { boardPanelId } from './place'

export const Note: FC<{ text: string }> = ({ text }) =>
  text ? <span class={isDanger(text) ? 'say say-bad' : 'say'}>{text}</span> : null

const classOf = (line: BoardLine): string | undefined => {
  if (line.change === 'void') return 'is-void'
  if (line.isDone) return 'is-done'
  return line.change ? `is-${line.change}` : undefined
}

/** One dish of a ticket. Tapping it anywhere plates it, tapping again takes that back. */
export const TicketLine: FC<{ line: BoardLine; ticketId: string; action: string | null }> = ({
  line,
  ticketId,
  action,
}) => {
  const { t, lang } = useView()
  const name = textIn(line.name, lang)
  return (
    <li class={classOf(line)} id={`l-${ticketId}-${line.id}`}>
      <span class="q">{line.quantity}</span>
      <span class="n">
        <Change line={line} />
        {name}
      </span>
      {line.options.length > 0 && (
        <span class="o">
          {line.options.map((option) => textIn(option.name, lang)).join(t('kitchen.between_options'))}
        </span>
      )}
      <Note text={line.note} />
      {action && line.change !== 'void' && (
        <form {...panelForm(action, boardPanelId)}>
          <input type="hidden" name="done" value={line.isDone ? 'no' : 'yes'} />
          <button
            class="tap"
            type="submit"
            aria-pressed={line.isDone ? 'true' : 'false'}
            aria-label={t('kitchen.line_done', { quantity: line.quantity, name })}
          ></button>
        </form>
      )}
    </li>
  )
}

const Change: FC<{ line: BoardLine }> = ({ line }) => {
  const { t } = useView()
  if (!line.change || (line.isDone && line.change !== 'void')) return null
  const from = line.previousQuantity
  const words = line.change === 'changed' && from !== null ? 'kitchen.changed_from' : `kitchen.${line.change}`
  return (
    <>
      <b class="rev">{t(words, { from: from ?? '', to: line.quantity })}</b>{' '}
    </>
  )
}
