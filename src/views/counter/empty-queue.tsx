import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import type { Queue } from '../../domain/orders/queue'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'

/** Nothing to do: a cup of tea, what went last, and whether the bell works. */
export const EmptyQueue: FC<{ last: Queue['lastHandedOver']; place: Place }> = ({ last, place }) => {
  const { t, lang, asset } = useView()
  const gone = last?.number
    ? t('counter.empty.last', { number: last.number, time: clockText(last.at, lang, place.timeZone) })
    : ''
  return (
    <div class="lanes-over">
      <div class="grid justify-items-center bg-paper px-10 py-8">
        <span class="plate plate-cup plate-tone-leaf size-36 rounded-full">
          <img src={asset('tea.webp')} width="144" height="144" alt="" decoding="async" />
        </span>
        <h2 class="mt-5 text-xl">{t('counter.empty.title')}</h2>
        <p class="num mt-1 text-muted">
          {t('counter.empty.rings')} {gone}
        </p>
        <p class="mt-5 flex gap-2">
          <button class="btn btn-ghost btn-lg" type="button" data-ring-once>
            <Icon name="volume-2" />
            {t('counter.bell.try')}
          </button>
        </p>
      </div>
    </div>
  )
}
