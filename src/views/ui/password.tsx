import type { Child, FC } from 'hono/jsx'
import { FieldError, fieldAttrs } from './form'
import { Icon } from './icon'
import { useView } from './view'

type PasswordProps = {
  autocomplete: 'current-password' | 'new-password'
  error?: string | undefined
  hint?: string | undefined
  /** Above the field; else it is the password. */
  label?: string
  name?: string
  /** At the label's end. */
  beside?: Child
}

/** As the server has it, for the word of praise alone. */
const shortest = 8

/** A password with an eye: what was typed is never sent back to the page. The eye shows itself once its script runs. */
export const PasswordField: FC<PasswordProps> = ({ autocomplete, error, hint, label, name = 'password', beside }) => {
  const { t } = useView()
  return (
    <div class="field relative">
      <label for={`f-${name}`}>{label ?? t('ui.password')}</label>
      <div class="input" {...(error ? { 'aria-invalid': 'true' } : {})}>
        <input
          type="password"
          autocomplete={autocomplete}
          required
          {...(autocomplete === 'new-password' ? { minlength: shortest } : {})}
          {...fieldAttrs(name, error, hint)}
        />
        <button
          class="-me-2 grid size-11 place-items-center"
          type="button"
          hidden
          aria-pressed="false"
          aria-label={t('ui.show_password')}
          data-reveal={`f-${name}`}
        >
          <Icon name="eye" class="text-muted" />
        </button>
      </div>
      {error ? (
        <FieldError id={`e-${name}`} text={error} />
      ) : hint ? (
        <p class="hint" id={`e-${name}`}>
          <span class="says-short">{hint}</span>
          {autocomplete === 'new-password' && (
            <span class="says-enough remark remark-ok">
              <Icon name="check" />
              {t('ui.password_enough')}
            </span>
          )}
        </p>
      ) : null}
      {beside}
    </div>
  )
}
