import type { FC } from 'hono/jsx'
import type { Reading } from '../../domain/brands/accent'
import type { AnyBrand } from '../../domain/brands/all-brands'
import type { Lang } from '../../domain/shared/ctx'
import { paths } from '../paths'
import { Alert, Field, fieldAttrs, IdempotencyKey } from '../ui/form'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { dateText, textIn } from '../ui/words'
import { BrandLookPanel } from './brand-look'
import { BrandRest } from './brand-rest'
import type { BrandErrors } from './brand-words'
import { FormFoot } from './form-foot'

export type TypedBrand = {
  zh: string
  en: string
  zhDescription: string
  enDescription: string
  seal: string
  slug: string
  currency: string
  colour: string
  languages: Lang[]
  defaultLang: Lang
  isActive: boolean
}

/** A colour tried on: as it is written, what guests see now, how well it reads, and the swatches beside it. */
export type BrandLook = {
  colour: string
  live: string | null
  isChanged: boolean
  isDarker: boolean
  readings: Reading[]
  picks: { name: string; hex: string; isPicked: boolean }[]
}

export type BrandFormProps = {
  brand: AnyBrand | null
  typed: TypedBrand
  errors: BrandErrors
  look: BrandLook
  formKey?: string | undefined
  isSaved: boolean
}

/** One brand, or a new one: what it is called, its colour tried on, and the rest of what is said of it. */
export const BrandAside: FC<BrandFormProps> = ({ brand, typed, errors, look, formKey, isSaved }) => {
  const { t } = useView()
  const action = brand ? paths.platformBrand.href({ id: brand.id }) : paths.platformBrands.href({})
  const names = { seal: errors.seal, zh: errors.zh, en: errors.en }
  return (
    <form
      id="brand-panel"
      class="grid min-h-0 grid-rows-[minmax(0,1fr)_auto] border-line bg-card max-lg:pb-16 lg:border-t min-[88rem]:border-s min-[88rem]:border-t-0"
      method="post"
      action={action}
      enctype="multipart/form-data"
      hx-post={action}
      hx-encoding="multipart/form-data"
      hx-target="#brand-panel"
      hx-swap="outerHTML focusScroll:true"
      hx-disable="find button[type=submit]"
      novalidate
    >
      {!brand && <IdempotencyKey value={formKey} />}
      <div class="min-h-0 overflow-y-auto px-7 pt-5 pb-3 max-lg:overflow-visible max-lg:px-4" id="main" tabindex={-1}>
        <Head brand={brand} typed={typed} />
        <Alert text={errors.form} />
        <div class="mt-4 grid grid-cols-[7rem_minmax(0,1fr)_4rem] items-start gap-3 input-sm-row">
          {(['zh', 'en', 'seal'] as const).map((name) => (
            <Field name={name} label={t(`platform.brand.${name}`)} error={names[name]}>
              <input
                class={`input ${name === 'seal' ? 'text-center font-bold' : ''}`}
                lang={name === 'en' ? 'en' : undefined}
                maxlength={name === 'seal' ? 2 : 80}
                value={typed[name]}
                hx-get={paths.platformAccent.href({})}
                hx-include="closest form"
                hx-trigger="change"
                hx-target="#brand-look"
                hx-swap="outerMorph"
                {...fieldAttrs(name, names[name])}
              />
            </Field>
          ))}
        </div>
        <BrandLookPanel id={brand?.id ?? null} typed={typed} look={look} error={errors.colour} />
        <BrandRest brand={brand} typed={typed} errors={errors} />
      </div>
      <FormFoot
        isSaved={isSaved}
        meaning={brand ? t('platform.brand.reach', { count: brand.stores.length }) : t('platform.brand.then_store')}
        back={paths.platformBrands.href({})}
        act={t(brand ? 'platform.save' : 'platform.brand.add')}
      />
    </form>
  )
}

const Head: FC<{ brand: AnyBrand | null; typed: TypedBrand }> = ({ brand, typed }) => {
  const { t, lang } = useView()
  const joined =
    brand && dateText(brand.createdAt, lang, 'Asia/Taipei', { year: 'numeric', month: 'numeric', day: 'numeric' })
  return (
    <div class="flex items-center gap-3">
      <span class="seal draft" aria-hidden="true">
        {typed.seal || <Icon name="plus" />}
      </span>
      <div class="min-w-0 flex-1">
        <h1 class="text-lg">{brand ? textIn(brand.name, lang, brand.defaultLang) : t('platform.brand.add')}</h1>
        {joined && (
          <p class="num text-sm text-muted">{t('platform.brand.since', { count: brand.stores.length, day: joined })}</p>
        )}
      </div>
      <label class="flex min-h-11 items-center gap-2 text-sm">
        <input class="toggle" type="checkbox" name="isActive" checked={typed.isActive} />
        {t('platform.active')}
      </label>
    </div>
  )
}
