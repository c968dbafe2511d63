import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import { paths } from '../paths'
import { Document } from '../ui/document'
import { Icon, type IconName } from '../ui/icon'
import { PlaceSwitch, ProductLink, ReaderFoot } from '../ui/nouns'
import { useView } from '../ui/view'

export type PlatformNoun = 'brands' | 'stores' | 'people' | 'settings' | 'health' | 'audit'
const nouns: { name: PlatformNoun; icon: IconName; href: string }[] = [
  { name: 'brands', icon: 'building-2', href: paths.platformBrands.href({}) },
  { name: 'stores', icon: 'store', href: paths.platformStores.href({}) },
  { name: 'people', icon: 'users-round', href: paths.platformPeople.href({}) },
  { name: 'settings', icon: 'settings-2', href: paths.platformSettings.href({}) },
  { name: 'health', icon: 'activity', href: paths.platformHealth.href({}) },
  { name: 'audit', icon: 'scroll-text', href: paths.platformAudit.href({}) },
]

type LayoutProps = PropsWithChildren<{
  noun: PlatformNoun
  title: string
  accent?: { brand: string; version: string } | undefined
  /** On a phone: where back leads from a detail. */
  up?: string | undefined
  /** On a phone: the page's own act, at the right of the bar. */
  acts?: Child
}>

/** The platform: everything that is above the brands, for the boss alone. */
export const PlatformLayout: FC<LayoutProps> = ({ noun, title, accent, up, acts, children }) => {
  const { t } = useView()
  return (
    <Document title={t('platform.page_title', { title })} accent={accent} scripts={['office.js']}>
      <div class="office">
        <header class="officebar">
          {up && (
            <a class="btn btn-ghost btn-square" href={up} aria-label={t('platform.back')}>
              <Icon name="arrow-left" />
            </a>
          )}
          {up ? (
            <p class="min-w-0 truncate text-lg font-bold">{t(`platform.noun.${noun}`)}</p>
          ) : (
            <h1 class="min-w-0 truncate ps-3 text-lg">{t(`platform.noun.${noun}`)}</h1>
          )}
          <span class="ms-auto flex pe-1">
            {acts}
            <a class="btn btn-ghost btn-square" href={paths.desks.href({})} aria-label={t('platform.to_desks')}>
              <Icon name="chevrons-up-down" />
            </a>
          </span>
        </header>
        <Nouns noun={noun} />
        {children}
        <nav class="dock" aria-label={t('platform.platform')}>
          {nouns.map((it) => (
            <a href={it.href} {...(it.name === noun ? { 'aria-current': 'page' } : {})}>
              <Icon name={it.icon} />
              {t(`platform.noun.${it.name}`)}
            </a>
          ))}
        </nav>
      </div>
    </Document>
  )
}

const Nouns: FC<{ noun: PlatformNoun }> = ({ noun }) => {
  const { t } = useView()
  return (
    <nav class="nouns" aria-label={t('platform.platform')}>
      <ProductLink />
      <PlaceSwitch title={t('platform.to_desks')}>
        <span class="leading-5">
          {t('platform.all_brands')}
          <span class="block text-xs font-normal text-muted">{t('platform.platform')}</span>
        </span>
      </PlaceSwitch>
      <ul class="mt-4 grid gap-0.5">
        {nouns.map((it) => (
          <li>
            <a href={it.href} {...(it.name === noun ? { 'aria-current': 'page' } : {})}>
              <Icon name={it.icon} />
              {t(`platform.noun.${it.name}`)}
            </a>
          </li>
        ))}
      </ul>
      <ReaderFoot rank={t('platform.platform')} />
    </nav>
  )
}
