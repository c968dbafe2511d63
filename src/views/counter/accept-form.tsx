import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { panelForm } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import { minutesUntil } from './minutes'
import type { SlipProps } from './order-slip'
import { queuePanelId } from './queue-panel-id'
import { slugsOf } from './slugs'

/** The oldest new order asks how long it takes; the others take the estimate as it is. */
export const AcceptForm: FC<SlipProps> = ({ order, place, isFirst }) => {
  const { t, lang, now } = useView()
  const params = { ...slugsOf(place), id: order.id }
  const minutes = minutesUntil(order.promisedAt, now)
  const at = clockText(new Date(now.getTime() + minutes * 60_000), lang, place.timeZone)
  const form = panelForm(paths.counterAcceptance.href(params), queuePanelId)
  if (!isFirst)
    return (
      <form {...form} class="slip-act mt-3">
        <button class="btn btn-primary btn-lg w-full" type="submit">
          {t('counter.act.accept')} <span class="num font-normal">{t('counter.about', { time: at })}</span>
        </button>
      </form>
    )
  return (
    <form {...form} class="slip-act mt-3 grid gap-2" data-soon={order.id}>
      <fieldset class="stepper h-14 w-full" aria-label={t('counter.how_long')}>
        <button type="button" data-add="-5" aria-label={t('counter.sooner')}>
          <Icon name="minus" />
        </button>
        <output class="num" data-words={t('counter.soon', { minutes: '{n}', time: '{at}' })}>
          {t('counter.soon', { minutes, time: at })}
        </output>
        <button type="button" data-add="5" aria-label={t('counter.later')}>
          <Icon name="plus" />
        </button>
      </fieldset>
      <input type="hidden" name="minutes" value={minutes} disabled />
      <button class="btn btn-primary btn-xl w-full" type="submit">
        {t('counter.act.accept')}
      </button>
      <a class="btn btn-ghost w-full" href={paths.counterRejection.href(params)}>
        {t('counter.act.reject')}
      </a>
    </form>
  )
}
