import type { FC } from 'hono/jsx'
import type { AnyBrand } from '../../domain/brands/all-brands'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'

const shown = 6

type Matter = { kind: 'no_admin' | 'one_admin' | 'no_menu'; brand: AnyBrand; store?: AnyBrand['stores'][number] }

/** What a running brand lacks: somebody who minds it, a second one, a menu in a store. */
const mattersOf = (brand: AnyBrand): Matter[] => [
  ...(brand.admins.length === 0 ? [{ kind: 'no_admin' as const, brand }] : []),
  ...brand.stores
    .filter((store) => store.isActive && !store.hasMenu)
    .map((store) => ({ kind: 'no_menu' as const, brand, store })),
  ...(brand.admins.length === 1 ? [{ kind: 'one_admin' as const, brand }] : []),
]

/** What the boss should look at, the worst first. Nothing to see when all is well. */
export const Attention: FC<{ brands: AnyBrand[] }> = ({ brands }) => {
  const { t, lang } = useView()
  const all = brands.filter(({ isActive }) => isActive).flatMap(mattersOf)
  const matters = all.toSorted((a, b) => Number(a.kind === 'one_admin') - Number(b.kind === 'one_admin'))
  if (matters.length === 0) return null
  return (
    <section class="px-6 pt-7 pb-6 max-lg:px-4" aria-labelledby="attention-h">
      <h2 class="text-base" id="attention-h">
        {t('platform.attention.title')}
      </h2>
      <ul class="mt-1 text-sm leading-6">
        {matters.slice(0, shown).map(({ kind, brand, store }) => {
          const isMild = kind === 'one_admin'
          const href = store
            ? paths.platformStore.href({ id: store.id })
            : paths.platformPeople.href({}, { brand: brand.id })
          const names = [brand.name, ...(store ? [store.name] : [])]
          return (
            <li class="flex items-center gap-3 border-b border-line py-2 last:border-b-0">
              <Icon name={isMild ? 'clock' : 'triangle-alert'} class={isMild ? 'text-wait' : 'text-bad'} />
              <span class="flex-1">
                <b>{names.map((name) => textIn(name, lang, brand.defaultLang)).join(' ')}</b>
                {t(`platform.attention.${kind}`)}
              </span>
              <a class="act" href={href}>
                {t(store ? 'platform.attention.see_store' : 'platform.attention.add_admin')}
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
