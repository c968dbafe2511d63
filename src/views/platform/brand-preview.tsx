import type { FC } from 'hono/jsx'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import type { TypedBrand } from './brand-form'

/** A piece of the shop in the colour that is being tried on. */
export const BrandPreview: FC<{ typed: TypedBrand }> = ({ typed }) => {
  const { t, lang, asset } = useView()
  const name = (lang === 'en' ? typed.en || typed.zh : typed.zh || typed.en) || t('platform.brand.nameless')
  return (
    <div class="accent draft mt-1.5 overflow-hidden rounded-box border border-line bg-paper" inert>
      <div class="flex items-center gap-3 px-4 pt-3">
        <span class="seal size-11 text-xl">{typed.seal}</span>
        <div class="leading-5">
          <b>{name}</b>
          <span class="status flex! text-xs" data-status="open">
            {t('platform.sample.open')}
          </span>
        </div>
        <span class="pick ms-auto min-h-11 border-brand-fill bg-brand-tint font-bold text-brand-ink">
          {t('platform.sample.tint')}
        </span>
      </div>
      <div class="dish border-0! px-4 py-3">
        <div>
          <p class="dish-name">{t('platform.sample.dish')}</p>
          <p class="dish-note">{t('platform.sample.note')}</p>
          <p class="mt-1 flex items-center gap-2">
            <Money amount={120} />
            <span class="remark remark-brand">
              <Icon name="flame" />
              {t('platform.sample.mild')}
            </span>
          </p>
        </div>
        <div class="dish-side">
          <span class="plate plate-tone-egg h-20! w-24">
            <img src={asset('chopsticks.webp')} width={96} height={96} alt="" loading="lazy" decoding="async" />
          </span>
          <span class="box has-some">2</span>
        </div>
      </div>
      <div class="cartbar static!">
        <p class="tear-top flex h-13 items-center gap-3 bg-brand-fill px-4 pt-1 font-bold">
          <span class="count size-8 text-sm">2</span>
          {t('platform.sample.cart')}
          <Money class="ms-auto" amount={240} />
        </p>
      </div>
    </div>
  )
}
