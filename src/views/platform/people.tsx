import type { FC } from 'hono/jsx'
import type { AnyBrand } from '../../domain/brands/all-brands'
import type { AskedAdmin, Keeper } from '../../domain/people/staff/platform-people'
import { accentOfAll } from '../ui/accent'
import { Alert } from '../ui/form'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'
import { PlatformLayout } from './layout'
import { InviteForm, type ShownInvitation, ShownInvitationCard } from './people-invite'
import { AskedRow, KeeperRow } from './people-row'

export type PeopleProps = {
  brands: AnyBrand[]
  keepers: Keeper[]
  asked: AskedAdmin[]
  typed: { brand: string; name: string }
  errors: Partial<Record<'brand' | 'name' | 'boss', string>>
  shown: ShownInvitation | null
}

const PeoplePage: FC<PeopleProps> = (props) => {
  const { t } = useView()
  return (
    <PlatformLayout
      noun="people"
      title={t('platform.noun.people')}
      accent={accentOfAll(props.brands.map(({ slug, accent }) => ({ brandSlug: slug, accent })))}
    >
      <PeoplePanel {...props} />
    </PlatformLayout>
  )
}

const PeoplePanel: FC<PeopleProps> = (props) => {
  const { t, lang } = useView()
  const { brands, keepers, asked, errors, shown } = props
  return (
    <main id="people-panel" class="min-h-0 min-w-0 overflow-y-auto px-6 pt-5 pb-24 max-lg:overflow-visible max-lg:px-4">
      <h1 class="text-xl max-lg:hidden">{t('platform.noun.people')}</h1>
      <div class="mt-4 grid max-w-[72rem] gap-x-12 gap-y-8 min-[72rem]:grid-cols-[minmax(0,1fr)_22rem]" id="main">
        <div class="grid content-start gap-8">
          <section aria-labelledby="boss-h">
            <h2 class="text-base" id="boss-h">
              {t('platform.people.boss')}
            </h2>
            <p class="text-sm text-muted">{t('platform.people.boss_lead')}</p>
            <Alert text={errors.boss} />
            <ul class="mt-2 border-t border-line">
              {keepers
                .filter(({ role }) => role === 'boss')
                .map((keeper) => (
                  <KeeperRow keeper={keeper} />
                ))}
            </ul>
          </section>
          {brands.map((brand) => (
            <section class="accent" data-brand={brand.slug} aria-labelledby={`b-${brand.slug}`}>
              <div class="flex items-center gap-3">
                <span class="seal size-10 rounded-lg text-xl" aria-hidden="true">
                  {brand.seal}
                </span>
                <div>
                  <h2 class="text-base" id={`b-${brand.slug}`}>
                    {textIn(brand.name, lang, brand.defaultLang)}
                  </h2>
                  <p class="text-xs text-muted">{t('platform.people.admins_lead')}</p>
                </div>
              </div>
              <ul class="mt-2 border-t border-line">
                {keepers
                  .filter(({ brandId }) => brandId === brand.id)
                  .map((keeper) => (
                    <KeeperRow keeper={keeper} />
                  ))}
                {asked
                  .filter(({ brandId }) => brandId === brand.id)
                  .map((one) => (
                    <AskedRow asked={one} />
                  ))}
              </ul>
              {[...keepers, ...asked].every(({ brandId }) => brandId !== brand.id) && (
                <p class="py-3 text-sm text-muted">{t('platform.no_admin')}</p>
              )}
            </section>
          ))}
        </div>
        <aside class="grid content-start gap-6">
          {shown && <ShownInvitationCard shown={shown} />}
          {brands.length > 0 && <InviteForm {...props} />}
        </aside>
      </div>
    </main>
  )
}

export const peopleScreen = { Page: PeoplePage, Panel: PeoplePanel }
