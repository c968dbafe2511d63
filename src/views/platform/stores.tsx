import type { FC } from 'hono/jsx'
import type { AnyBrand, AnyStore } from '../../domain/brands/all-brands'
import { paths } from '../paths'
import { accentOfAll } from '../ui/accent'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'
import { PlatformLayout } from './layout'
import { ListTitle, Split } from './split'
import { StoreAside, type StoreFormProps } from './store-form'

export type StoresProps = { brands: AnyBrand[]; open: StoreFormProps | null }

const NewStore: FC<{ class: string }> = ({ class: extra }) => (
  <a class={`btn ${extra}`} href={paths.platformNewStore.href({})}>
    <Icon name="plus" />
    {useView().t('platform.store.add')}
  </a>
)

const StoresPage: FC<StoresProps> = ({ brands, open }) => {
  const { t } = useView()
  const hasBrands = brands.length > 0
  return (
    <PlatformLayout
      noun="stores"
      title={t('platform.noun.stores')}
      accent={accentOfAll(brands.map(({ slug, accent }) => ({ brandSlug: slug, accent })))}
      up={open ? paths.platformStores.href({}) : undefined}
      acts={open || !hasBrands ? undefined : <NewStore class="btn-ghost" />}
    >
      <Split title={t('platform.noun.stores')} open={open && <StoreAside {...open} />}>
        <header class="flex items-end gap-8 px-6 pt-5 pb-4 max-lg:hidden">
          <ListTitle isOpen={open !== null}>{t('platform.noun.stores')}</ListTitle>
          {hasBrands && <NewStore class="ms-auto" />}
        </header>
        <div class="min-h-0 overflow-y-auto border-t border-line max-lg:pb-24">
          <Ledger brands={brands} openId={open?.store?.id} />
        </div>
      </Split>
    </PlatformLayout>
  )
}

const Ledger: FC<{ brands: AnyBrand[]; openId: string | undefined }> = ({ brands, openId }) => {
  const { t } = useView()
  const all = brands.flatMap((brand) => brand.stores.map((store) => ({ brand, store })))
  if (all.length === 0)
    return (
      <p class="px-6 py-8 text-muted">{t(brands.length > 0 ? 'platform.store.nobody' : 'platform.brand.nobody')}</p>
    )
  return (
    <table class="ledger stores-ledger [&_tbody_:is(th,td)]:align-middle">
      <thead>
        <tr>
          <th scope="col">{t('platform.noun.stores')}</th>
          <th scope="col" class="max-lg:hidden">
            {t('platform.store.where')}
          </th>
          <th scope="col" class="n">
            {t('platform.store.state')}
          </th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ brand, store }) => (
          <StoreRow brand={brand} store={store} isCurrent={store.id === openId} />
        ))}
      </tbody>
    </table>
  )
}

const StoreRow: FC<{ brand: AnyBrand; store: AnyStore; isCurrent: boolean }> = ({ brand, store, isCurrent }) => {
  const { t, lang } = useView()
  const isOff = store.openness === null
  const state = isOff ? 'off' : !store.hasMenu ? 'no_menu' : store.openness?.open ? 'open' : 'closed'
  return (
    <tr
      class={isCurrent ? 'bg-card shadow-[inset_4px_0_0_var(--brand)]' : isOff ? 'text-muted' : ''}
      {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
    >
      <th scope="row">
        <span class="flex items-center gap-3">
          <span
            class={`seal accent size-10 rounded-lg text-xl ${isOff ? 'grayscale' : ''}`}
            data-brand={brand.slug}
            aria-hidden="true"
          >
            {brand.seal}
          </span>
          <span class="leading-5">
            <a href={paths.platformStore.href({ id: store.id })}>{textIn(store.name, lang, brand.defaultLang)}</a>
            <span class="block text-xs font-normal text-muted">{textIn(brand.name, lang, brand.defaultLang)}</span>
          </span>
        </span>
      </th>
      <td class="leading-5 max-lg:hidden">
        {textIn(store.address, lang, brand.defaultLang)}
        <span class="num block text-xs text-muted">{store.phone}</span>
      </td>
      <td class="n">
        <span class={`text-sm ${state === 'off' ? 'text-bad' : state === 'open' ? 'text-ok' : ''}`}>
          {t(`platform.store_state.${state}`)}
        </span>
      </td>
    </tr>
  )
}

const StorePanel: FC<StoresProps> = ({ open }) => open && <StoreAside {...open} />

export const storesScreen = { Page: StoresPage, Panel: StorePanel }
