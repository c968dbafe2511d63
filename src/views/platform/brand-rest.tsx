import type { FC } from 'hono/jsx'
import type { AnyBrand } from '../../domain/brands/all-brands'
import { Field, fieldAttrs } from '../ui/form'
import { Picture } from '../ui/picture'
import { useView } from '../ui/view'
import type { TypedBrand } from './brand-form'
import type { BrandErrors } from './brand-words'

const languages = ['zh-Hant', 'en'] as const
const currencies = ['TWD', 'USD'] as const

/** What a brand says of itself, where it is found, in what it counts, and its picture. */
export const BrandRest: FC<{ brand: AnyBrand | null; typed: TypedBrand; errors: BrandErrors }> = (props) => {
  const { t } = useView()
  const { brand, typed, errors } = props
  return (
    <section class="mt-5 grid gap-4 pb-4" aria-labelledby="r-h">
      <h2 class="text-sm leading-6" id="r-h">
        {t('platform.brand.rest')}
      </h2>
      <Field name="slug" label={t('platform.slug')} hint={t('platform.slug_hint')} error={errors.slug}>
        <input
          class="input"
          value={typed.slug}
          maxlength={40}
          autocapitalize="none"
          spellcheck={false}
          {...fieldAttrs('slug', errors.slug, 'hint')}
        />
      </Field>
      {(['zhDescription', 'enDescription'] as const).map((name) => (
        <Field name={name} label={t(`platform.brand.${name}`)} optional>
          <textarea class="textarea min-h-16 w-full" maxlength={300} rows={2} {...fieldAttrs(name)}>
            {typed[name]}
          </textarea>
        </Field>
      ))}
      <div class="grid gap-3 min-[30rem]:grid-cols-2">
        <Field name="currency" label={t('platform.brand.currency')} error={errors.currency}>
          <select class="select" {...fieldAttrs('currency', errors.currency)}>
            {currencies.map((code) => (
              <option value={code} selected={typed.currency === code}>
                {t(`platform.currency.${code}`)}
              </option>
            ))}
          </select>
        </Field>
        <OwnLanguage brand={brand} typed={typed} />
      </div>
      <fieldset>
        <legend class="text-sm leading-6 font-bold">{t('platform.brand.languages')}</legend>
        <div class="flex gap-6">
          {languages.map((code) => (
            <label class="flex min-h-11 items-center gap-2">
              <input
                class="tick"
                type="checkbox"
                name="languages"
                value={code}
                checked={typed.languages.includes(code)}
              />
              {t(`platform.language.${code}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        name="picture"
        label={t('platform.brand.picture')}
        hint={t('platform.brand.picture_hint')}
        error={errors.picture}
      >
        {brand?.picture && (
          <span class="plate plate-tone-rice plate-photo mb-2 h-20! w-24">
            <Picture picture={{ id: brand.id, isCutout: false, ...brand.picture }} size={96} />
          </span>
        )}
        <input
          class="input h-auto py-2"
          type="file"
          accept="image/jpeg,image/png,image/webp,image/heic,image/gif"
          {...fieldAttrs('picture', errors.picture, 'hint')}
        />
      </Field>
    </section>
  )
}

const OwnLanguage: FC<{ brand: AnyBrand | null; typed: TypedBrand }> = ({ brand, typed }) => {
  const { t } = useView()
  const label = t('platform.brand.own_language')
  if (brand)
    return (
      <div class="field">
        <p class="text-sm leading-6 font-bold">{label}</p>
        <p class="flex min-h-11 items-center">{t(`platform.language.${brand.defaultLang}`)}</p>
      </div>
    )
  return (
    <Field name="defaultLang" label={label}>
      <select class="select" {...fieldAttrs('defaultLang')}>
        {languages.map((code) => (
          <option value={code} selected={typed.defaultLang === code}>
            {t(`platform.language.${code}`)}
          </option>
        ))}
      </select>
    </Field>
  )
}
