import type { FC } from 'hono/jsx'
import type { AnyBrand } from '../../domain/brands/all-brands'
import type { Takings } from '../../domain/orders/takings'
import { paths } from '../paths'
import { accentOfAll } from '../ui/accent'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { dayClockText, numberText } from '../ui/words'
import { Attention } from './attention'
import { BrandAside, type BrandFormProps } from './brand-form'
import { BrandRow, TotalRow } from './brand-row'
import { PlatformLayout } from './layout'
import { ListTitle, Split } from './split'

export type BrandsProps = { brands: AnyBrand[]; takings: Map<string, Takings>; open: BrandFormProps | null }

const NewBrand: FC<{ class: string }> = ({ class: extra }) => (
  <a class={`btn ${extra}`} href={paths.platformNewBrand.href({})}>
    <Icon name="plus" />
    {useView().t('platform.brand.add')}
  </a>
)

const BrandsPage: FC<BrandsProps> = (props) => {
  const { t } = useView()
  const { brands, open } = props
  const colours = accentOfAll(brands.map(({ slug, accent }) => ({ brandSlug: slug, accent })))
  return (
    <PlatformLayout
      noun="brands"
      title={t('platform.noun.brands')}
      accent={{ ...colours, version: `${colours.version}-all` }}
      up={open ? paths.platformBrands.href({}) : undefined}
      acts={open ? undefined : <NewBrand class="btn-ghost" />}
    >
      <Split title={t('platform.noun.brands')} open={open && <BrandAside {...open} />}>
        <BrandsList {...props} />
      </Split>
    </PlatformLayout>
  )
}

const BrandsList: FC<BrandsProps> = ({ brands, takings, open }) => {
  const { t, lang, now } = useView()
  const most = Math.max(1, ...[...takings.values()].map(({ kept }) => kept))
  const listed = brands.toSorted((a, b) => (takings.get(b.id)?.kept ?? 0) - (takings.get(a.id)?.kept ?? 0))
  return (
    <>
      <header class="flex items-end gap-8 px-6 pt-5 pb-4 max-lg:px-4 max-lg:pt-3">
        <div class="max-lg:hidden">
          <ListTitle isOpen={open !== null}>{t('platform.noun.brands')}</ListTitle>
          <p class="num text-sm text-muted">{dayClockText(now, lang, 'Asia/Taipei')}</p>
        </div>
        <Figures brands={brands} takings={takings} />
        <NewBrand class="ms-auto max-lg:hidden" />
      </header>
      <div class="min-h-0 overflow-y-auto border-t border-line max-lg:pb-24">
        {brands.length === 0 ? (
          <p class="px-6 py-8 text-muted">{t('platform.brand.nobody')}</p>
        ) : (
          <table class="ledger brands-ledger [&_tbody_:is(th,td)]:align-middle [&_tbody_:is(th,td)]:py-3.5">
            <thead>
              <tr>
                <th scope="col">{t('platform.noun.brands')}</th>
                <th scope="col">{t('platform.stores')}</th>
                <th scope="col" class="max-lg:hidden">
                  {t('platform.admins')}
                </th>
                <th scope="col" class="n" aria-sort="descending">
                  {t('platform.today')} <Icon name="arrow-down" class="inline size-3.5 align-[-2px]" />
                </th>
              </tr>
            </thead>
            <tbody>
              {listed.map((brand) => (
                <BrandRow
                  brand={brand}
                  takings={takings.get(brand.id) ?? { count: 0, kept: 0 }}
                  most={most}
                  isCurrent={open?.brand?.id === brand.id}
                />
              ))}
            </tbody>
            <TotalRow brands={brands} takings={takings} />
          </table>
        )}
        <Attention brands={brands} />
      </div>
    </>
  )
}

const Figures: FC<Pick<BrandsProps, 'brands' | 'takings'>> = ({ brands, takings }) => {
  const { t, lang } = useView()
  const stores = brands.flatMap((brand) => brand.stores)
  const figures = {
    brands: numberText(brands.length, lang),
    stores: t('platform.stores_open', {
      count: stores.length,
      open: stores.filter(({ openness }) => openness?.open).length,
    }),
    orders: numberText(
      [...takings.values()].reduce((sum, { count }) => sum + count, 0),
      lang,
    ),
  }
  return (
    <dl class="num flex gap-7 text-sm [&>div>dd]:text-lg [&>div>dd]:font-bold">
      {Object.entries(figures).map(([name, value]) => (
        <div>
          <dt class="text-muted">{t(`platform.figure.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const BrandPanel: FC<BrandsProps> = ({ open }) => open && <BrandAside {...open} />

export const brandsScreen = { Page: BrandsPage, Panel: BrandPanel }
