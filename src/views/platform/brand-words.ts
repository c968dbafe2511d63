import type { EditBrandRefusal } from '../../domain/brands/edit-brand'
import type { KeyReused } from '../../domain/shared/once'
import type { T } from '../ui/words'

export type BrandErrors = Partial<
  Record<'zh' | 'en' | 'seal' | 'colour' | 'slug' | 'currency' | 'picture' | 'form', string>
>
export type BrandTrouble = Exclude<EditBrandRefusal, { reason: 'not_found' }> | KeyReused | { reason: 'picture_bad' }

/** What is wrong with a brand, under the field where it can be put right. */
export function brandErrors(t: T, refusal: BrandTrouble): BrandErrors {
  switch (refusal.reason) {
    case 'name_missing':
      return { [refusal.lang === 'en' ? 'en' : 'zh']: t('platform.brand.name_missing') }
    case 'seal_bad':
      return { seal: t('platform.brand.seal_bad') }
    case 'colour_bad':
      return { colour: t('platform.brand.colour_bad') }
    case 'slug_bad':
      return { slug: t('platform.slug_bad') }
    case 'slug_reserved':
      return { slug: t('platform.slug_reserved') }
    case 'slug_taken':
      return { slug: t('platform.slug_taken') }
    case 'currency_in_use':
      return { currency: t('platform.brand.currency_in_use') }
    case 'picture_bad':
      return { picture: t('platform.brand.picture_bad') }
    case 'key_reused':
      return { form: t('platform.key_reused') }
  }
}
