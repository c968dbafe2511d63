import type { StoreRefusal } from '../../domain/brands/store-input'
import type { OpenStoreRefusal } from '../../domain/menu/open-store'
import type { T } from '../ui/words'

export type StoreErrors = Partial<
  Record<'zh' | 'en' | 'slug' | 'phone' | 'brand' | 'hours' | 'stations' | 'form', string>
>

/** What is wrong with a store, under the field where it can be put right. */
export function storeErrors(t: T, refusal: StoreRefusal | OpenStoreRefusal): StoreErrors {
  switch (refusal.reason) {
    case 'name_missing':
      return { [refusal.lang === 'en' ? 'en' : 'zh']: t('platform.brand.name_missing') }
    case 'phone_bad':
      return { phone: t('platform.store.phone_bad') }
    case 'slug_bad':
      return { slug: t('platform.slug_bad') }
    case 'slug_reserved':
      return { slug: t('platform.slug_reserved') }
    case 'slug_taken':
      return { slug: t('platform.store.slug_taken') }
    case 'not_found':
      return { brand: t('platform.store.brand_missing') }
    case 'hours_bad':
      return { hours: t('platform.store.hours_bad') }
    case 'no_station':
      return { stations: t('platform.store.station_missing') }
    case 'key_reused':
      return { form: t('platform.key_reused') }
  }
}
