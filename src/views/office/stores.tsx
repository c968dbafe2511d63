import type { FC } from 'hono/jsx'
import type { BrandStore } from '../../domain/brands/brand-stores'
import type { Lang } from '../../domain/shared/ctx'
import { paths } from '../paths'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'
import { type OfficeFrame, OfficeLayout } from './layout'

export type StoresProps = { frame: OfficeFrame; stores: BrandStore[]; defaultLang: Lang }

const columns = ['store', 'admins', 'people', 'asked'] as const

export const StoresPanel: FC<StoresProps> = ({ frame, stores, defaultLang }) => {
  const { t } = useView()
  return (
    <main id="main" tabindex={-1} class="grid min-h-0 min-w-0 lg:grid-rows-[auto_minmax(0,1fr)]">
      <header class="px-6 pt-5 pb-4 max-lg:hidden">
        <h1 class="text-xl">{t('office.noun.stores')}</h1>
        <p class="num text-sm text-muted">
          {frame.place.brandName} {t('staff.stores.lead', { count: stores.length })}
        </p>
      </header>
      <div class="min-h-0 overflow-y-auto border-t border-line max-lg:border-0">
        <table class="ledger folds">
          <caption class="sr-only">{t('office.noun.stores')}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" class={column === 'people' || column === 'asked' ? 'n' : undefined}>
                  {t(`staff.stores.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stores.map((store) => (
              <StoreRow frame={frame} store={store} defaultLang={defaultLang} />
            ))}
          </tbody>
        </table>
      </div>
    </main>
  )
}

/** A store, who runs it, and the door to its staff. A store that closed down has no door. */
const StoreRow: FC<{ frame: OfficeFrame; store: BrandStore; defaultLang: Lang }> = ({ frame, store, defaultLang }) => {
  const { t, lang } = useView()
  const at = { brand: frame.place.brandSlug, store: store.slug }
  const name = textIn(store.name, lang, defaultLang)
  const here = { brand: frame.place.brandSlug, store: frame.place.storeSlug }
  const isHere = store.slug === frame.place.storeSlug
  return (
    <tr class={store.isActive ? undefined : 'text-muted'}>
      <th scope="row" class="lead">
        {store.isActive ? <a href={paths.officeStaff.href(at)}>{name}</a> : name}{' '}
        {isHere && <span class="tag">{t('staff.stores.here')}</span>}
        {!store.isActive && <span class="tag">{t('staff.stores.closed')}</span>}
        <span class="block text-xs font-normal text-muted">{textIn(store.address, lang, defaultLang)}</span>
        <a
          class="act relative z-1 text-xs font-normal"
          href={paths.officeStoreHours.href({ ...here, id: store.id })}
          aria-label={t('office.hours.of', { store: name })}
        >
          {t('office.hours.title')}
        </a>
      </th>
      <td class="grow">
        {store.managers.length > 0 ? (
          store.managers.join(t('staff.and'))
        ) : (
          <span class="text-wait">
            {t('staff.stores.nobody')}{' '}
            {store.isActive && (
              <a
                class="relative z-1 font-bold underline underline-offset-4"
                href={`${paths.officeStaff.href(at)}#invite`}
              >
                {t('staff.stores.invite')}
              </a>
            )}
          </span>
        )}
      </td>
      <td class="n">
        <span class="lg:hidden">{t('staff.stores.people')} </span>
        {store.staffCount}
      </td>
      <td class="n">
        <span class="lg:hidden">{t('staff.stores.asked')} </span>
        {store.invitedCount}
      </td>
    </tr>
  )
}

export const StoresPage: FC<StoresProps> = (props) => (
  <OfficeLayout frame={props.frame} noun="stores" title={useView().t('office.noun.stores')}>
    <StoresPanel {...props} />
  </OfficeLayout>
)

export const storesScreen = { Page: StoresPage, Panel: StoresPanel }
