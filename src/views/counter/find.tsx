import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { slugsOf } from './slugs'

/** A failing answer leaves what is shown. */
const quiet = { 'hx-status:4xx': 'swap:none', 'hx-status:5xx': 'swap:none' }

/** The field that finds an order: under itself while typing, on a page after Enter. */
export const Find: FC<{ place: Place; sought: string | undefined }> = ({ place, sought }) => {
  const { t } = useView()
  const url = paths.counterSearch.href(slugsOf(place))
  return (
    <search class="find ms-auto">
      <form method="get" action={url} class="flex h-full min-w-0 flex-1 items-center gap-2.5">
        <label class="sr-only" for="counter-find">
          {t('counter.find_label')}
        </label>
        <Icon name="search" class="text-muted" />
        <input
          id="counter-find"
          type="search"
          name="q"
          value={sought}
          placeholder={t('counter.find')}
          autocomplete="off"
          enterkeyhint="search"
          data-find
          hx-get={url}
          hx-trigger="input changed delay:200ms"
          hx-target="#found-panel"
          hx-swap="outerHTML"
          {...quiet}
        />
      </form>
      <div id="found" hx-morph-skip>
        <div id="found-panel"></div>
      </div>
    </search>
  )
}
