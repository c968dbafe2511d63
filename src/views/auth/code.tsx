import type { Child, FC } from 'hono/jsx'
import { hole } from '../ui/around'
import { CodeField, DemoCode, Resend } from '../ui/code-field'
import { Icon } from '../ui/icon'
import { PasswordField } from '../ui/password'
import { phoneText } from '../ui/phone'
import { useView } from '../ui/view'
import { AuthLayout, type Shopfront } from './layout'

export type CodeProps = {
  shopfront: Shopfront | null
  back?: string | undefined
  /** What the code is for: a new account, or a new password. */
  purpose: 'sign_up' | 'reset'
  phone: string
  minutesLeft: number
  waitSeconds: number
  waitOf: number
  demoCode: string | null
  urls: { action: string; resend: string; before: string }
  errors?: { code?: string; password?: string; resend?: string; form?: string }
}

export const CodePanel: FC<CodeProps> = (props) => {
  const { purpose, phone, back, urls, errors = {}, minutesLeft } = props
  const { t } = useView()
  const number = <b class="num">{phoneText(phone)}</b>
  return (
    <section id="code-panel" aria-labelledby="code-h">
      <h1 class="mt-7 text-xl" id="code-h">
        {t(`auth.code.title_${purpose}`)}
      </h1>
      <p class="mt-1 text-sm">
        <Sentence words={t(`auth.code.sent_${purpose}`, { phone: hole, minutes: minutesLeft })} inside={number} />
      </p>
      <DemoCode code={props.demoCode} />
      <form
        class="mt-5 grid gap-4"
        method="post"
        action={urls.action}
        hx-post={urls.action}
        hx-target="#code-panel"
        hx-swap="outerHTML focusScroll:true"
        hx-disable="find button[type=submit]"
        novalidate
      >
        {back && <input type="hidden" name="back" value={back} />}
        <CodeField error={errors.code} sendsItself={purpose === 'sign_up'} />
        {purpose === 'reset' && (
          <PasswordField
            autocomplete="new-password"
            label={t('auth.new_password')}
            error={errors.password}
            hint={t('auth.password_hint')}
          />
        )}
        {errors.form && (
          <p class="error" role="alert">
            <Icon name="circle-alert" />
            {errors.form}
          </p>
        )}
        <button class="btn btn-primary btn-lg w-full" type="submit">
          {t(`auth.code.do_${purpose}`)}
        </button>
        {purpose === 'reset' && <p class="hint">{t('auth.code.others_end')}</p>}
      </form>
      <Resend
        action={urls.resend}
        back={back}
        waitSeconds={props.waitSeconds}
        waitOf={props.waitOf}
        error={errors.resend}
      />
    </section>
  )
}

/** A sentence around something that is shown otherwise: it stands where the words have their `hole`. */
const Sentence: FC<{ words: string; inside: Child }> = ({ words, inside }) => {
  const [before, after] = words.split(hole)
  return (
    <>
      {before}
      {inside}
      {after}
    </>
  )
}

export const CodePage: FC<CodeProps> = (props) => {
  const { t } = useView()
  return (
    <AuthLayout
      title={t(`auth.code.page_${props.purpose}`)}
      shopfront={props.shopfront}
      way={{ href: props.urls.before, text: t('auth.code.other_phone') }}
      scripts={['code.js']}
    >
      <CodePanel {...props} />
    </AuthLayout>
  )
}

export const codeScreen = { Page: CodePage, Panel: CodePanel }
