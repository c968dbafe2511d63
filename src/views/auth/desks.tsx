import type { FC } from 'hono/jsx'
import type { WorkPlace } from '../../domain/brands/work-places'
import { paths } from '../paths'
import { accentOfAll } from '../ui/accent'
import { Document } from '../ui/document'
import { Icon, type IconName } from '../ui/icon'
import { LanguageLink } from '../ui/language-link'
import { Mark } from '../ui/mark'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'

export type Room = 'counter' | 'kitchen' | 'dispatch' | 'customers' | 'office'
/** A store with the rooms this person may enter there. */
export type Desk = { place: WorkPlace; rooms: Room[] }

const icons: Record<Room, IconName> = {
  counter: 'monitor',
  kitchen: 'utensils',
  dispatch: 'scooter',
  customers: 'users-round',
  office: 'receipt-text',
}

const roomHref = (room: Room, { brandSlug: brand, storeSlug: store }: WorkPlace): string => {
  switch (room) {
    case 'counter':
      return paths.counterQueue.href({ brand, store })
    case 'kitchen':
      return paths.kitchenBoard.href({ brand, store })
    case 'dispatch':
      return paths.dispatch.href({ brand, store })
    case 'customers':
      return paths.officeCustomers.href({ brand, store })
    case 'office':
      return paths.office.href({ brand, store })
  }
}

/** Where staff may work: each store they belong to, each room they may enter. */
export const DesksPage: FC<{ desks: Desk[]; isBoss: boolean }> = ({ desks, isBoss }) => {
  const { t, reader } = useView()
  const brands = Map.groupBy(desks, (desk) => desk.place.brandId)
  return (
    <Document title={t('auth.desks_title')} accent={accentOfAll(desks.map(({ place }) => place))}>
      <header class="mx-auto flex h-16 max-w-[56rem] items-center gap-3 px-5">
        <a class="flex items-center gap-2.5" href={paths.home.href({})}>
          <Mark />
          <span class="leading-5">
            <b>{t('auth.product_short')}</b> <span class="text-sm text-muted">{t('auth.product_second')}</span>
          </span>
        </a>
        <LanguageLink class="act ms-auto" />
        <form method="post" action={paths.signOut.href({})} class="ms-3">
          <button class="act" type="submit">
            {t('auth.sign_out')}
          </button>
        </form>
      </header>
      <main id="main" class="mx-auto max-w-[56rem] px-5 pt-4 pb-16">
        <h1 class="text-xl">{t('auth.desks_hello', { name: reader?.name ?? '' })}</h1>
        <p class="mt-1 text-sm text-muted">{t(desks.length > 0 ? 'auth.desks_lead' : 'auth.desks_none')}</p>
        {isBoss && (
          <a class="mt-6 flex min-h-14 items-center gap-3 border-y border-line" href={paths.platformBrands.href({})}>
            <Icon name="building-2" class="text-muted" />
            <span class="leading-5">
              <b>{t('auth.platform')}</b>
              <span class="block text-sm text-muted">{t('auth.platform_lead')}</span>
            </span>
            <Icon name="chevron-right" class="ms-auto text-muted" />
          </a>
        )}
        {[...brands.values()].map((stores) => (
          <Brand desks={stores} />
        ))}
      </main>
    </Document>
  )
}

const Brand: FC<{ desks: Desk[] }> = ({ desks }) => {
  const { lang } = useView()
  const first = desks[0]?.place
  if (!first) return null
  return (
    <section class="accent mt-8" data-brand={first.brandSlug} aria-labelledby={`brand-${first.brandSlug}`}>
      <div class="flex items-center gap-3 border-b border-line pb-3">
        <span class="seal size-10 text-lg" aria-hidden="true">
          {first.seal}
        </span>
        <h2 class="text-lg" id={`brand-${first.brandSlug}`}>
          {textIn(first.brandName, lang, first.defaultLang)}
        </h2>
      </div>
      <ul>
        {desks.map((desk) => (
          <Store desk={desk} />
        ))}
      </ul>
    </section>
  )
}

const Store: FC<{ desk: Desk }> = ({ desk: { place, rooms } }) => {
  const { t, lang } = useView()
  const name = textIn(place.storeName, lang, place.defaultLang)
  return (
    <li class="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line py-3">
      <h3 class="min-w-32 flex-1 text-base">{name}</h3>
      <ul class="grid flex-none grid-flow-col auto-cols-fr gap-2 max-md:w-full">
        {rooms.map((room) => (
          <li>
            <a
              class="pick min-h-[4.25rem] min-w-24 gap-1 max-md:min-w-0"
              href={roomHref(room, place)}
              aria-label={t('auth.room_at', { room: t(`auth.room.${room}`), store: name })}
            >
              <Icon name={icons[room]} class="text-muted" />
              {t(`auth.room.${room}`)}
            </a>
          </li>
        ))}
      </ul>
    </li>
  )
}
