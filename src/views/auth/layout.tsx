import type { FC, PropsWithChildren } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import { paths } from '../paths'
import { accentOf } from '../ui/accent'
import { Document } from '../ui/document'
import { Icon } from '../ui/icon'
import { LanguageLink } from '../ui/language-link'
import { Mark } from '../ui/mark'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'

/** The shop the reader came from, whose seal and accent the door wears; null when they came from nowhere in particular. */
export type Shopfront = Place

type AuthLayoutProps = PropsWithChildren<{
  title: string
  shopfront: Shopfront | null
  /** One step back. */
  way?: { href: string; text: string }
  scripts?: string[]
}>

/** The narrow page of the door: whose it is, the form, the language. */
export const AuthLayout: FC<AuthLayoutProps> = ({ title, shopfront, way, scripts = [], children }) => {
  const { t, lang } = useView()
  const accent = shopfront ? accentOf(shopfront) : undefined
  const name = shopfront ? textIn(shopfront.brandName, lang, shopfront.defaultLang) : t('auth.product')
  return (
    <Document title={t('auth.page_title', { title, name })} accent={accent} scripts={['reveal.js', ...scripts]}>
      <main id="main" class="mx-auto flex min-h-dvh max-w-[26rem] flex-col px-5 pt-10 pb-8">
        {way && (
          <p class="-mt-4 -ms-4 mb-2">
            <a class="btn btn-ghost" href={way.href}>
              <Icon name="arrow-left" />
              {way.text}
            </a>
          </p>
        )}
        <Whose shopfront={shopfront} />
        {children}
        <p class="mt-auto flex items-center justify-between pt-6 text-xs text-muted">
          <a class="flex min-h-11 items-center gap-2" href={paths.home.href({})}>
            <Mark class="w-4" />
            {t('auth.product')}
          </a>
          <LanguageLink />
        </p>
      </main>
    </Document>
  )
}

const Whose: FC<{ shopfront: Shopfront | null }> = ({ shopfront }) => {
  const { t, lang } = useView()
  if (!shopfront)
    return (
      <p class="flex items-center gap-3">
        <Mark class="w-10" />
        <span class="font-bold leading-6">
          {t('auth.product_short')}
          <span class="block text-sm font-normal text-muted">{t('auth.product_second')}</span>
        </span>
      </p>
    )
  return (
    <p class="flex items-center gap-3">
      <span class="seal size-12 text-2xl" aria-hidden="true">
        {shopfront.seal}
      </span>
      <span class="font-bold leading-6">
        {textIn(shopfront.brandName, lang, shopfront.defaultLang)}
        <span class="block text-sm font-normal text-muted">
          {textIn(shopfront.storeName, lang, shopfront.defaultLang)}
        </span>
      </span>
    </p>
  )
}

/** Where words about more than this form go: too many tries, a fault. The whole page gives way to them. */
export const pageOnFailure = {
  'hx-status:403': 'target:#main select:#main swap:outerHTML',
  'hx-status:429': 'target:#main select:#main swap:outerHTML',
  'hx-status:5xx': 'target:#main select:#main swap:outerHTML',
}
