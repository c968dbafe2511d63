import type { FC } from 'hono/jsx'
import { FieldError } from './form'
import { Icon } from './icon'
import { useView } from './view'

export const codeDigits = 6

type CodeFieldProps = { error?: string | undefined; hint?: string | undefined; sendsItself?: boolean }

/** Six boxes to look at, one input to type, paste and autofill in. `sendsItself`: the last digit sends the form. */
export const CodeField: FC<CodeFieldProps> = ({ error, hint, sendsItself }) => (
  <div class="field">
    <label for="f-code">{useView().t('ui.code.label')}</label>
    <div class="code">
      {Array.from({ length: codeDigits }, () => (
        <i></i>
      ))}
      <input
        id="f-code"
        name="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        pattern="[0-9]{6}"
        maxlength={codeDigits}
        required
        {...(error || hint ? { 'aria-describedby': 'e-code' } : {})}
        {...(error ? { 'aria-invalid': 'true' as const } : {})}
        {...(sendsItself ? { 'data-sends-itself': 'true' } : {})}
      />
    </div>
    {error ? (
      <FieldError id="e-code" text={error} />
    ) : hint ? (
      <p class="hint" id="e-code">
        {hint}
      </p>
    ) : null}
  </div>
)

/** What the demo would have sent. */
export const DemoCode: FC<{ code: string | null }> = ({ code }) =>
  code ? (
    <p class="notice mt-4">
      <Icon name="info" />
      <span>
        {useView().t('ui.code.demo')} <b class="num">{`${code.slice(0, 3)} ${code.slice(3)}`}</b>
      </span>
    </p>
  ) : null

type ResendProps = {
  action: string
  /** Carried along: where to go in the end. */
  back?: string | undefined
  waitSeconds: number
  waitOf: number
  error?: string | undefined
}

/** Asks for another code, after a wait that the page counts down; without scripts the server says how long. */
export const Resend: FC<ResendProps> = ({ action, back, waitSeconds, waitOf, error }) => {
  const { t } = useView()
  return (
    <section class="mt-7 border-t border-line pt-5" aria-labelledby="no-sms">
      <p class="flex items-baseline justify-between gap-4">
        <b id="no-sms">{t('ui.code.none_came')}</b>
        {waitSeconds > 0 && (
          <span class="num text-sm" role="timer" data-wait-text>
            <b data-wait={String(waitSeconds)}>{waitSeconds}</b> {t('ui.code.wait')}
          </span>
        )}
      </p>
      {waitSeconds > 0 && (
        <progress class="waitbar mt-2" max={waitOf} value={waitOf - waitSeconds} aria-hidden="true"></progress>
      )}
      <p class="mt-2 text-sm text-muted">{t('ui.code.slow')}</p>
      {error && (
        <div class="mt-2">
          <FieldError id="e-resend" text={error} />
        </div>
      )}
      <form method="post" action={action}>
        {back && <input type="hidden" name="back" value={back} />}
        <button class="btn btn-lg mt-4 w-full" type="submit" data-after-wait>
          {t('ui.code.again')}
        </button>
      </form>
    </section>
  )
}
