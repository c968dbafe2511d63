import type { FC, PropsWithChildren } from 'hono/jsx'
import { Icon } from './icon'
import { useView } from './view'

/** Makes a form safe to send twice: the key travels with it and is unique in the database (R6). */
export const IdempotencyKey: FC<{ value?: string | undefined }> = ({ value }) => (
  <input type="hidden" name="key" value={value ?? useView().newKey()} />
)

/** What is wrong and what to do, in its place under the field. */
export const FieldError: FC<{ id: string; text: string | undefined }> = ({ id, text }) =>
  text ? (
    <p class="error" id={id}>
      <Icon name="circle-alert" />
      {text}
    </p>
  ) : null

type FieldProps = PropsWithChildren<{
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** It may be left empty, and the label says so. */
  optional?: boolean
}>

/** Label, control, then the hint or the error. The control carries id `f-<name>` and aria-describedby `e-<name>`. */
export const Field: FC<FieldProps> = ({ name, label, hint, error, optional, children }) => (
  <div class="field">
    <label for={`f-${name}`}>
      {label}
      {optional && <span class="font-normal text-muted"> {useView().t('ui.optional')}</span>}
    </label>
    {children}
    {error ? (
      <FieldError id={`e-${name}`} text={error} />
    ) : hint ? (
      <p class="hint" id={`e-${name}`}>
        {hint}
      </p>
    ) : null}
  </div>
)

/** Attributes that tie an input to its Field. */
export const fieldAttrs = (name: string, error?: string | undefined, hint?: string | undefined) => ({
  id: `f-${name}`,
  name,
  ...(error || hint ? { 'aria-describedby': `e-${name}` } : {}),
  ...(error ? { 'aria-invalid': 'true' as const } : {}),
})

/** A refusal of the whole form, announced. */
export const Alert: FC<{ text: string | undefined }> = ({ text }) =>
  text ? (
    <p class="error" role="alert">
      <Icon name="circle-alert" />
      {text}
    </p>
  ) : null
