import type { FC } from 'hono/jsx'
import type { AnyBrand, AnyStore } from '../../domain/brands/all-brands'
import { paths } from '../paths'
import { Alert, Field, fieldAttrs, IdempotencyKey } from '../ui/form'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'
import { BrandChoice } from './brand-choice'
import { FormFoot } from './form-foot'
import { FirstSetup } from './store-setup'
import type { StoreErrors } from './store-words'

export type TypedStore = {
  brand: string
  zh: string
  en: string
  zhAddress: string
  enAddress: string
  phone: string
  slug: string
  weekdays: number[]
  opens: string
  closes: string
  stations: string
  isActive: boolean
}

export type StoreFormProps = {
  brands: AnyBrand[]
  brand: AnyBrand | null
  store: AnyStore | null
  typed: TypedStore
  errors: StoreErrors
  formKey?: string | undefined
  isSaved: boolean
}

const fields = ['zh', 'en', 'slug', 'zhAddress', 'enAddress', 'phone'] as const

/** One store, or a new one of a brand: what it is called, where it is, and for a new one when and where it cooks. */
export const StoreAside: FC<StoreFormProps> = (props) => {
  const { brand, store, typed, errors, formKey, isSaved } = props
  const { t } = useView()
  const action = store ? paths.platformStore.href({ id: store.id }) : paths.platformStores.href({})
  const told: Partial<Record<(typeof fields)[number], string>> = errors
  return (
    <form
      id="store-panel"
      class="grid min-h-0 grid-rows-[minmax(0,1fr)_auto] border-line bg-card max-lg:pb-16 lg:border-t min-[88rem]:border-s min-[88rem]:border-t-0"
      method="post"
      action={action}
      hx-post={action}
      hx-target="#store-panel"
      hx-swap="outerHTML focusScroll:true"
      hx-disable="find button[type=submit]"
      novalidate
    >
      {!store && <IdempotencyKey value={formKey} />}
      <div class="min-h-0 overflow-y-auto px-7 pt-5 pb-6 max-lg:overflow-visible max-lg:px-4" id="main" tabindex={-1}>
        <Head brand={brand} store={store} typed={typed} />
        <Alert text={errors.form} />
        <div class="mt-4 grid gap-4">
          {!store && (
            <BrandChoice
              label={t('platform.store.brand')}
              brands={props.brands}
              chosen={typed.brand}
              error={errors.brand}
            />
          )}
          {fields.map((name) => (
            <Field
              name={name}
              label={t(`platform.store.${name}`)}
              error={told[name]}
              hint={name === 'slug' ? t('platform.store.slug_hint') : undefined}
            >
              <input
                class="input"
                type={name === 'phone' ? 'tel' : 'text'}
                lang={name.startsWith('en') ? 'en' : undefined}
                maxlength={name.endsWith('Address') ? 200 : 80}
                value={typed[name]}
                {...fieldAttrs(name, told[name], name === 'slug' ? 'hint' : undefined)}
              />
            </Field>
          ))}
          {!store && <FirstSetup typed={typed} errors={errors} />}
        </div>
      </div>
      <FormFoot
        isSaved={isSaved}
        meaning={t(store ? 'platform.store.off_means' : 'platform.store.then_menu')}
        back={paths.platformStores.href({})}
        act={t(store ? 'platform.save' : 'platform.store.add')}
      />
    </form>
  )
}

const Head: FC<Pick<StoreFormProps, 'brand' | 'store' | 'typed'>> = ({ brand, store, typed }) => {
  const { t, lang } = useView()
  return (
    <div class="flex items-center gap-3">
      {brand ? (
        <span class="seal accent" data-brand={brand.slug} aria-hidden="true">
          {brand.seal}
        </span>
      ) : (
        <Icon name="store" />
      )}
      <div class="min-w-0 flex-1">
        <h1 class="text-lg">
          {brand && store ? textIn(store.name, lang, brand.defaultLang) : t('platform.store.add')}
        </h1>
        {brand && store?.openness && (
          <p class="flex flex-wrap gap-x-4 text-sm">
            <a class="act" href={paths.shop.href({ brand: brand.slug, store: store.slug })}>
              {t('platform.store.see_shop')}
            </a>
            <a class="act" href={paths.office.href({ brand: brand.slug, store: store.slug })}>
              {t('platform.store.see_office')}
            </a>
          </p>
        )}
      </div>
      <label class="flex min-h-11 items-center gap-2 text-sm">
        <input class="toggle" type="checkbox" name="isActive" checked={typed.isActive} />
        {t('platform.active')}
      </label>
    </div>
  )
}
