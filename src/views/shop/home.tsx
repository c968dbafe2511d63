import type { FC } from 'hono/jsx'
import type { ListedBrand, ListedStore } from '../../domain/brands/queries'
import type { Settings } from '../../domain/settings/settings'
import { paths } from '../paths'
import { accentOf, accentOfAll } from '../ui/accent'
import { Document } from '../ui/document'
import { Icon } from '../ui/icon'
import { Mark } from '../ui/mark'
import { Picture } from '../ui/picture'
import { useView } from '../ui/view'
import { openingText } from './opening'
import { AccountNav } from './store-header'
import { useTexts } from './text'

/** A store as a line of a list: its name, where it is, and whether it is open. */
const StoreRow: FC<{ store: ListedStore }> = ({ store }) => {
  const { t, lang, now } = useView()
  const text = useTexts(store.defaultLang)
  return (
    <li>
      <a
        class="flex min-h-18 items-center gap-3 border-b border-line py-3"
        href={paths.shop.href({ brand: store.brandSlug, store: store.storeSlug })}
      >
        <span class="min-w-0 flex-1 leading-6">
          <span class="block font-bold">{text(store.storeName)}</span>
          <span class="block text-sm text-muted">{text(store.address)}</span>
          <span class="status text-sm" data-status={store.openness.open ? 'open' : 'closed'}>
            {openingText({ t, lang, now }, store.openness, store.timeZone)}
          </span>
        </span>
        <Icon name="chevron-right" class="text-muted" />
      </a>
    </li>
  )
}

const accented = (brands: ListedBrand[]) => brands.map(({ slug, accent }) => ({ brandSlug: slug, accent }))

/** Where everything begins: who cooks here, and which of them is open. */
export const HomePage: FC<{ brands: ListedBrand[]; settings: Settings }> = ({ brands, settings }) => {
  const { t } = useView()
  const text = useTexts('zh-Hant')
  const site = text(settings.siteName)
  const contact = text(settings.contact)
  return (
    <Document title={site || t('shop.home.page')} accent={accentOfAll(accented(brands))} scripts={['shop.js']}>
      <header class="mx-auto flex max-w-[64rem] items-center gap-3 px-4 pt-4 md:px-8 lg:pt-6">
        <Mark />
        <p class="flex-1 font-bold">{site || t('shop.home.product')}</p>
        <AccountNav />
      </header>
      <main id="main" class="mx-auto max-w-[64rem] px-4 pt-6 pb-16 md:px-8">
        <h1 class="text-xl">{t('shop.home.title')}</h1>
        <p class="mt-1 text-muted">{t('shop.home.lead')}</p>
        {brands.length === 0 && <p class="notice mt-6">{t('shop.home.nobody')}</p>}
        <div class="mt-8 grid gap-10 md:grid-cols-2 md:gap-x-12">
          {brands.map((brand) => (
            <BrandSection brand={brand} />
          ))}
        </div>
        <a class="mt-10 flex min-h-12 items-center gap-2 border-y border-line" href={paths.myOrders.href({})}>
          <Icon name="receipt-text" class="text-muted" />
          {t('ui.find_my_order')}
          <Icon name="chevron-right" class="ms-auto text-muted" />
        </a>
        {contact && <p class="mt-6 text-sm text-muted">{contact}</p>}
      </main>
    </Document>
  )
}

const BrandSection: FC<{ brand: ListedBrand }> = ({ brand }) => {
  const text = useTexts(brand.stores[0]?.defaultLang)
  return (
    <section class="accent" data-brand={brand.slug} aria-labelledby={`b-${brand.slug}`}>
      <div class="flex items-start gap-3">
        <span class="seal" aria-hidden="true">
          {brand.seal}
        </span>
        <div class="min-w-0 flex-1">
          <h2 class="text-lg" id={`b-${brand.slug}`}>
            <a class="underline-offset-4 hover:underline" href={paths.brand.href({ brand: brand.slug })}>
              {text(brand.name)}
            </a>
          </h2>
          <p class="text-sm text-muted">{text(brand.description)}</p>
        </div>
      </div>
      <ul class="mt-3 border-t border-line">
        {brand.stores.map((store) => (
          <StoreRow store={store} />
        ))}
      </ul>
    </section>
  )
}

/** One brand and its stores. */
export const BrandPage: FC<{ brand: ListedBrand }> = ({ brand }) => {
  const { t } = useView()
  const text = useTexts(brand.stores[0]?.defaultLang)
  return (
    <Document
      title={t('shop.home.brand_page', { name: text(brand.name) })}
      accent={accentOf({ brandSlug: brand.slug, accent: brand.accent })}
      scripts={['shop.js']}
    >
      <header class="mx-auto flex max-w-[40rem] items-start gap-3 px-4 pt-4 lg:pt-6">
        <span class="seal" aria-hidden="true">
          {brand.seal}
        </span>
        <div class="min-w-0 flex-1">
          <h1 class="text-xl leading-8">{text(brand.name)}</h1>
          <p class="text-sm text-muted">{t('shop.home.stores', { count: brand.stores.length })}</p>
        </div>
        <AccountNav />
      </header>
      <main id="main" class="mx-auto max-w-[40rem] px-4 pt-4 pb-16">
        {brand.picture && (
          <span class="plate plate-tone-rice plate-photo mb-5 aspect-[2/1] h-auto! w-full">
            <Picture picture={{ id: brand.id, isCutout: false, ...brand.picture }} size={608} eager />
          </span>
        )}
        <p class="text-muted">{text(brand.description)}</p>
        <section class="mt-8" aria-labelledby="stores-h">
          <h2 class="border-b border-line pb-2 text-lg" id="stores-h">
            {t('shop.home.choose')}
          </h2>
          <ul>
            {brand.stores.map((store) => (
              <StoreRow store={store} />
            ))}
          </ul>
        </section>
      </main>
    </Document>
  )
}
