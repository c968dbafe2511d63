import type { FC } from 'hono/jsx'
import type { StoreTablet } from '../../domain/people/devices/queries'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { whenText } from '../ui/when'
import type { OfficeFrame } from './layout'
import { OneTablet, type TabletLooked } from './tablet'
import { TabletPairing, type TabletTyped } from './tablet-pairing'

type Place = OfficeFrame['place']
/** What stands at the side: a tablet about to be paired, or one of the store's. */
export type TabletShown = TabletTyped | TabletLooked

const slugs = (place: Place) => ({ brand: place.brandSlug, store: place.storeSlug })

/** The store's shared tablets: who is on each. */
export const Tablets: FC<{ place: Place; timeZone: string; tablets: StoreTablet[] }> = (props) => {
  const view = useView()
  const { t } = view
  const { place, timeZone, tablets } = props
  const when = (at: Date) => whenText(view, at, timeZone)
  return (
    <section class="mt-6 border-t border-line pt-5" id="tablets" aria-labelledby="tab-h">
      <h2 class="text-base" id="tab-h">
        {t('tablet.office.title')}
      </h2>
      {tablets.length === 0 && <p class="mt-1 text-sm text-muted">{t('tablet.office.none')}</p>}
      <ul class="mt-1">
        {tablets.map(({ id, name, on, lastSeenAt }) => {
          const href = `${paths.officeTablet.href({ ...slugs(place), id })}#tablet`
          return (
            <li class="flex items-center gap-3 border-b border-line py-2">
              <Icon name="tablet" class="text-muted" />
              <p class="min-w-0 flex-1 text-sm leading-5">
                <a class="block truncate" href={href}>
                  {name}
                </a>
                <span class="num block text-xs text-muted">
                  {on
                    ? t('tablet.office.on', { name: on.name, when: when(on.since) })
                    : t('tablet.office.nobody_on', { when: when(lastSeenAt) })}
                </span>
              </p>
              <a class="act" href={href} aria-label={t('tablet.office.revoke_name', { name })}>
                {t('tablet.office.revoke')}
              </a>
            </li>
          )
        })}
      </ul>
      <a class="act mt-1 justify-start!" href={`${paths.officeNewTablet.href(slugs(place))}#tablet`}>
        <Icon name="plus" class="size-4" />
        {t('tablet.office.pair')}
      </a>
    </section>
  )
}

export const TabletAside: FC<{ place: Place; timeZone: string; shown: TabletShown }> = (props) => {
  const { t } = useView()
  const { shown, place } = props
  return (
    <div id="tablet">
      <a class="act justify-start!" href={`${paths.officeStaff.href(slugs(place))}#tablets`}>
        <Icon name="arrow-left" class="size-4" />
        {t('tablet.office.back')}
      </a>
      {'url' in shown ? <TabletPairing {...props} {...shown} /> : <OneTablet {...props} {...shown} />}
    </div>
  )
}
