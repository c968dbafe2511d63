import type { FC } from 'hono/jsx'
import type { BoardTicket } from '../../domain/tickets/queries'
import { paths } from '../paths'
import { panelForm } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { clockText, textIn } from '../ui/words'
import { boardPanelId, type KitchenPlace } from './place'

/** What was bumped lately, newest first; its number key brings a ticket back to the rail. */
export const Recall: FC<{ recent: BoardTicket[]; place: KitchenPlace; closeUrl: string }> = ({
  recent,
  place,
  closeUrl,
}) => {
  const { t, lang } = useView()
  const { brand, store, station } = place
  return (
    <aside class="recall" aria-label={t('kitchen.recall_title')}>
      <header>
        <h2 class="text-b3">{t('kitchen.recall_title')}</h2>
        <a
          class="recall-close"
          href={closeUrl}
          aria-label={t('kitchen.close')}
          aria-keyshortcuts="0 Escape"
          data-recall-toggle
          data-close
          {...swap(closeUrl)}
        >
          <Icon name="x" class="size-8" />
        </a>
      </header>
      {recent.length === 0 && <p class="text-b2 text-muted">{t('kitchen.recall_empty')}</p>}
      <ol>
        {recent.map((ticket, index) => (
          <li>
            <p class="num text-b3 font-bold">{ticket.number ?? '—'}</p>
            <div class="min-w-0">
              <p class="num text-b1">
                {[ticket.tableLabel, t(`orders.type.${ticket.orderType}`)].filter(Boolean).join(' ')}
                {ticket.readyAt && (
                  <span class="text-muted">
                    {' '}
                    {t('kitchen.bumped_at', { time: clockText(ticket.readyAt, lang, place.timeZone) })}
                  </span>
                )}
              </p>
              <p class="truncate text-b1 text-muted">
                {ticket.lines
                  .map((line) => `${line.quantity} ${textIn(line.name, lang)}`)
                  .join(t('kitchen.between_options'))}
              </p>
            </div>
            <form {...panelForm(paths.kitchenRecall.href({ brand, store, id: ticket.id }, { station }), boardPanelId)}>
              <button class="bump" type="submit" data-bump={index < 9 ? index + 1 : undefined}>
                {index < 9 && <kbd class="keycap num">{index + 1}</kbd>}
                {t('kitchen.recall_one')}
              </button>
            </form>
          </li>
        ))}
      </ol>
    </aside>
  )
}

/** A link that swaps the panel for that of its own URL. */
export const swap = (url: string) => ({
  'hx-get': url,
  'hx-target': `#${boardPanelId}`,
  'hx-swap': 'outerMorph',
})
