import type { FC } from 'hono/jsx'
import { FieldError } from '../ui/form'
import { useView } from '../ui/view'
import type { ReversalProps } from './reversal'

/** Why staff end an order. Codes, so that the guest reads them in their own language; own words stay as they are. */
export const causes = {
  reject: ['sold_out', 'too_busy', 'closing', 'cannot_deliver'],
  cancel: ['guest_asked', 'sold_out', 'wrong_order', 'duplicate', 'no_show'],
} as const

export type ReversalKind = keyof typeof causes

/** One of the usual reasons, or a sentence of one's own. */
export const Causes: FC<ReversalProps> = ({ kind, typed, problem }) => {
  const { t } = useView()
  return (
    <fieldset class={problem ? 'has-error' : undefined}>
      <legend class="mb-2 font-bold">{t(`counter.${kind}.why`)}</legend>
      <div class="grid grid-cols-3 gap-2">
        {causes[kind].map((cause) => (
          <label class="pick min-h-14">
            <input type="radio" name="cause" value={cause} checked={typed?.cause === cause} />
            {t(`orders.cause.${cause}`)}
          </label>
        ))}
      </div>
      <label class="mt-4 block text-sm" for="f-words">
        {t('counter.own_words')}
      </label>
      <input
        id="f-words"
        class="input mt-1 h-14"
        name="words"
        maxlength={120}
        value={typed?.words}
        {...(problem ? { 'aria-invalid': 'true', 'aria-describedby': 'e-words' } : {})}
      />
      <div class="mt-2 empty:hidden">
        <FieldError id="e-words" text={problem} />
      </div>
    </fieldset>
  )
}
