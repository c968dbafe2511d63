import type { FC } from 'hono/jsx'
import type { Texts } from '../../domain/shared/ctx'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import type { Slugs } from './box'
import { useTexts } from './text'

export type NavCategory = { id: string; name: Texts; count: number }

type NavProps = { place: Slugs; categories: NavCategory[]; query: string }

/** Finds dishes by name: at once where scripts run, by the button where they do not. */
const Search: FC<{ place: Slugs; query: string; class: string }> = ({ place, query, class: extra }) => {
  const { t } = useView()
  return (
    <search class={extra}>
      <form class="w-full" method="get" action={paths.shop.href({ brand: place.brandSlug, store: place.storeSlug })}>
        <label class="input w-full">
          <span class="sr-only">{t('shop.menu.search')}</span>
          <Icon name="search" class="text-muted" />
          <input
            type="search"
            name="q"
            value={query}
            placeholder={t('shop.menu.search')}
            autocomplete="off"
            maxlength={40}
            data-search
          />
        </label>
      </form>
    </search>
  )
}

/** The bar of categories under the thumb: stays at the top and follows the scroll. */
export const CategoryBar: FC<NavProps> = ({ place, categories, query }) => {
  const { t } = useView()
  const text = useTexts()
  return (
    <div class="catbar mt-3 lg:hidden">
      <div class="mx-auto flex max-w-[80rem] items-center px-2 md:px-6">
        <details class="searchfold" open={query !== ''}>
          <summary class="btn btn-ghost btn-square flex-none" aria-label={t('shop.menu.search')}>
            <Icon name="search" class="searchfold-open" />
            <Icon name="x" class="searchfold-close" />
          </summary>
          <Search place={place} query={query} class="searchfold-form" />
        </details>
        <nav class="catbar-scroll flex gap-5 overflow-x-auto ps-2 pe-10" aria-label={t('shop.menu.categories')}>
          {categories.map(({ id, name }, i) => (
            <a href={`#${id}`} {...(i === 0 ? { 'aria-current': 'true' } : {})}>
              {text(name)}
            </a>
          ))}
        </nav>
      </div>
    </div>
  )
}

/** The same beside the menu, where there is room: with search on top and how many dishes each holds. */
export const CategoryRail: FC<NavProps> = ({ place, categories, query }) => {
  const { t } = useView()
  const text = useTexts()
  return (
    <aside class="hidden lg:block" id="catrail" aria-label={t('shop.menu.categories')}>
      <div class="sticky top-8">
        <Search place={place} query={query} class="mb-4" />
        <nav class="catrail" aria-label={t('shop.menu.categories')}>
          {categories.map(({ id, name, count }, i) => (
            <a href={`#${id}`} {...(i === 0 ? { 'aria-current': 'true' } : {})}>
              {text(name)}
              <span class="num text-xs">{count}</span>
            </a>
          ))}
        </nav>
      </div>
    </aside>
  )
}
