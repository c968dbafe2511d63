import type { FC } from 'hono/jsx'
import type { AnyBrand } from '../../domain/brands/all-brands'
import type { Takings } from '../../domain/orders/takings'
import { paths } from '../paths'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { dateText, textIn } from '../ui/words'

type RowProps = { brand: AnyBrand; takings: Takings; most: number; isCurrent: boolean }

/** A brand as a line: who, how many stores of it are open, who minds it, and what today brought. */
export const BrandRow: FC<RowProps> = ({ brand, takings, most, isCurrent }) => {
  const { t, lang } = useView()
  const other = lang === 'en' ? 'zh-Hant' : 'en'
  const current = isCurrent
    ? { 'aria-current': 'true' as const, class: 'bg-card shadow-[inset_4px_0_0_var(--brand)]' }
    : brand.isActive
      ? {}
      : { class: 'text-muted' }
  return (
    <tr {...current}>
      <th scope="row">
        <span class="flex items-center gap-3">
          <span
            class={`seal accent size-10 rounded-lg text-xl ${brand.isActive ? '' : 'grayscale'}`}
            data-brand={brand.slug}
            aria-hidden="true"
          >
            {brand.seal}
          </span>
          <span class="leading-5">
            <a href={paths.platformBrand.href({ id: brand.id })}>{textIn(brand.name, lang, brand.defaultLang)}</a>
            <span class="block text-xs font-normal text-muted" lang={other}>
              {brand.name[other]}
            </span>
          </span>
        </span>
      </th>
      <td class="num leading-5">
        {t('platform.store_count', { count: brand.stores.length })}
        <span class={`block text-xs ${brand.isActive ? 'text-muted' : 'text-bad'}`}>
          <StoresState brand={brand} />
        </span>
      </td>
      <td class="leading-5 max-lg:hidden">
        {brand.admins.length === 0 ? (
          <span class="text-xs text-muted">{t('platform.no_admin')}</span>
        ) : (
          brand.admins.map((name) => <span class="block">{name}</span>)
        )}
      </td>
      <td class="n">
        {brand.isActive ? (
          <>
            <Money class="block leading-5" amount={takings.kept} currency={brand.currency} />
            <Share share={takings.kept / most} />
          </>
        ) : (
          t('platform.not_selling')
        )}
      </td>
    </tr>
  )
}

const StoresState: FC<{ brand: AnyBrand }> = ({ brand }) => {
  const { t, lang } = useView()
  if (!brand.isActive) {
    const day = dateText(brand.updatedAt, lang, 'Asia/Taipei', { month: 'numeric', day: 'numeric' })
    return <>{t('platform.switched_off', { day })}</>
  }
  const open = brand.stores.filter(({ openness }) => openness?.open).length
  if (brand.stores.length === 0) return null
  return <>{open === brand.stores.length ? t('platform.all_open') : t('platform.some_open', { count: open })}</>
}

const Share: FC<{ share: number }> = ({ share }) => (
  <svg
    class="bar mt-1 ms-auto block w-28 max-sm:w-16"
    viewBox="0 0 100 6"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <rect x={String(100 - share * 100)} width={String(share * 100)} height="6" fill="var(--ink)" />
  </svg>
)

/** What today brought altogether, each currency by itself. */
export const TotalRow: FC<{ brands: AnyBrand[]; takings: Map<string, Takings> }> = ({ brands, takings }) => {
  const { t } = useView()
  const sums = new Map<string, number>()
  for (const { id, currency } of brands) sums.set(currency, (sums.get(currency) ?? 0) + (takings.get(id)?.kept ?? 0))
  return (
    <tfoot>
      <tr>
        <th scope="row" colspan={2}>
          {t('platform.all')}
        </th>
        <td class="max-lg:hidden"></td>
        <td class="n">
          {[...sums].map(([currency, kept]) => (
            <Money class="block" amount={kept} currency={currency} />
          ))}
        </td>
      </tr>
    </tfoot>
  )
}
