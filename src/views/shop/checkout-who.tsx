import type { FC } from 'hono/jsx'
import { Field, fieldAttrs } from '../ui/form'
import { useView } from '../ui/view'
import type { CheckoutField, CheckoutProps } from './checkout'

/** The first field in trouble takes the focus, with or without scripts. */
export function focusOf(errors: CheckoutProps['errors'], name: CheckoutField): { autofocus?: true } {
  const [first] = Object.keys(errors)
  return first === name ? { autofocus: true } : {}
}

/** Whom it is for, and a word to the shop. */
export const WhoSection: FC<CheckoutProps> = ({ orderType, typed, errors, optional: free }) => {
  const { t } = useView()
  return (
    <section aria-labelledby="h-who">
      <h2 class="text-lg" id="h-who">
        {t(`shop.checkout.who_${orderType}`)}
      </h2>
      <div class="mt-3 grid gap-4">
        <Field
          name="contactName"
          label={t('shop.checkout.name')}
          optional={free.has('contactName')}
          error={errors.contactName}
        >
          <input
            class="input"
            value={typed.contactName ?? ''}
            maxlength={80}
            autocomplete="name"
            {...fieldAttrs('contactName', errors.contactName)}
            {...focusOf(errors, 'contactName')}
          />
        </Field>
        <Field
          name="contactPhone"
          label={t('shop.checkout.phone')}
          optional={free.has('contactPhone')}
          error={errors.contactPhone}
        >
          <input
            class="input num"
            type="tel"
            inputmode="tel"
            value={typed.contactPhone ?? ''}
            maxlength={20}
            autocomplete="tel"
            {...fieldAttrs('contactPhone', errors.contactPhone)}
            {...focusOf(errors, 'contactPhone')}
          />
        </Field>
        <div class="field">
          <label for="f-note">
            {t('shop.checkout.note')} <span class="font-normal text-muted">{t('ui.optional')}</span>
          </label>
          <textarea
            class="textarea min-h-12"
            id="f-note"
            name="note"
            rows={1}
            maxlength={200}
            placeholder={t('shop.checkout.note_example')}
          >
            {typed.note ?? ''}
          </textarea>
        </div>
      </div>
    </section>
  )
}
