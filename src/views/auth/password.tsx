import type { FC } from 'hono/jsx'
import { FieldError, fieldAttrs } from '../ui/form'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'

type PasswordProps = {
  autocomplete: 'current-password' | 'new-password'
  error?: string | undefined
  hint?: string | undefined
}

/** A password with an eye: what was typed is never sent back to the page. The eye shows itself once its script runs. */
export const PasswordField: FC<PasswordProps> = ({ autocomplete, error, hint }) => {
  const { t } = useView()
  return (
    <div class="field">
      <label for="f-password">{t('auth.password')}</label>
      <div class="input" {...(error ? { 'aria-invalid': 'true' } : {})}>
        <input type="password" autocomplete={autocomplete} required {...fieldAttrs('password', error, hint)} />
        <button
          class="-me-2 grid size-11 place-items-center"
          type="button"
          hidden
          aria-pressed="false"
          aria-label={t('auth.show_password')}
          data-reveal="f-password"
        >
          <Icon name="eye" class="text-muted" />
        </button>
      </div>
      {error ? (
        <FieldError id="e-password" text={error} />
      ) : hint ? (
        <p class="hint" id="e-password">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
