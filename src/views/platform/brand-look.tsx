import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { FieldError } from '../ui/form'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import type { BrandLook, TypedBrand } from './brand-form'
import { BrandPreview } from './brand-preview'

type LookProps = { id: string | null; typed: TypedBrand; look: BrandLook; error?: string | undefined }

/** The brand's colour: chosen from seven or written, tried on as guests will see it, and measured. */
export const BrandLookPanel: FC<LookProps> = ({ id, typed, look, error }) => {
  const { t } = useView()
  const tryOn = {
    'hx-get': paths.platformAccent.href({}, { brand: id ?? undefined }),
    'hx-include': 'closest form',
    'hx-trigger': 'change',
    'hx-target': '#brand-look',
    'hx-swap': 'outerMorph',
  }
  return (
    <div id="brand-look">
      <link rel="stylesheet" href={paths.platformAccentCss.href({}, { colour: look.colour })} />
      <fieldset class={look.isChanged ? 'changed mt-3' : 'mt-3'}>
        <legend class="text-sm leading-6 font-bold">{t('platform.brand.accent')}</legend>
        <div class="mt-1.5 grid grid-cols-7 gap-2">
          {look.picks.map(({ name, hex, isPicked }) => (
            <label class="pick min-h-11 p-0">
              <span class="swatch" data-pick={name} aria-hidden="true"></span>
              <input
                type="radio"
                name="pick"
                value={hex}
                checked={isPicked}
                aria-label={t(`platform.palette.${name}`)}
                {...tryOn}
              />
            </label>
          ))}
        </div>
        <div class="mt-2 flex items-center gap-3 input-sm-row">
          <input type="hidden" name="was" value={look.colour} />
          <input
            class="input num w-36"
            id="f-colour"
            name="colour"
            aria-label={t('platform.brand.code')}
            value={look.colour}
            spellcheck={false}
            maxlength={40}
            {...(error ? { 'aria-invalid': 'true', 'aria-describedby': 'e-colour' } : {})}
            {...tryOn}
          />
          {look.isChanged && (
            <p class="live-value num">
              {t('platform.brand.live')} <del>{look.live}</del>
            </p>
          )}
        </div>
        <FieldError id="e-colour" text={error} />
      </fieldset>
      <section class="mt-3" aria-labelledby="v-h">
        <h2 class="text-sm leading-6" id="v-h">
          {t('platform.brand.preview')}
        </h2>
        <BrandPreview typed={typed} />
      </section>
      <Readings typed={typed} look={look} />
    </div>
  )
}

const Readings: FC<{ typed: TypedBrand; look: BrandLook }> = ({ typed, look }) => {
  const { t } = useView()
  const swatch = 'draft grid h-9 place-items-center rounded-field text-sm font-bold'
  const samples = {
    seal: <span class="seal draft size-9 rounded-lg text-lg">{typed.seal}</span>,
    button: <span class={`${swatch} bg-brand-fill text-on-brand`}>{t('platform.sample.button')}</span>,
    tint: <span class={`${swatch} bg-brand-tint text-brand-ink`}>{t('platform.sample.tint')}</span>,
  }
  const isWeak = look.readings.some(({ chosen, least }) => chosen < least)
  return (
    <section class="mt-3" aria-labelledby="c-h">
      <h2 class="text-sm leading-6" id="c-h">
        {t('platform.brand.readable')}{' '}
        <span class="font-normal text-muted">{isWeak ? t('platform.brand.darkened') : ''}</span>
      </h2>
      <ul class="mt-1 border-t border-line">
        {look.readings.map(({ use, chosen, kept, least }) => (
          <li class="grid grid-cols-[3.25rem_minmax(0,1fr)_auto] items-center gap-3 border-b border-line py-2 text-sm leading-5">
            {samples[use]}
            <span>
              {t(`platform.reading.${use}`)}
              <span class="block text-xs text-muted">
                {chosen < least
                  ? t('platform.reading.short', { chosen: chosen.toFixed(1), least })
                  : t('platform.reading.least', { least })}
              </span>
            </span>
            <span class="remark remark-ok num">
              <Icon name="check" />
              {kept.toFixed(1)} : 1
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
