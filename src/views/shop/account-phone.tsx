import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { CodeField, DemoCode, Resend } from '../ui/code-field'
import { Document } from '../ui/document'
import { Icon } from '../ui/icon'
import { phoneText } from '../ui/phone'
import { useView } from '../ui/view'

export type AccountPhoneProps = {
  id: string
  phone: string
  minutesLeft: number
  waitSeconds: number
  waitOf: number
  demoCode: string | null
  errors?: { code?: string; resend?: string }
}

export const AccountPhonePanel: FC<AccountPhoneProps> = ({ id, phone, minutesLeft, errors = {}, ...props }) => {
  const { t } = useView()
  const action = paths.accountPhoneCode.href({ id })
  return (
    <section id="account-phone-panel" aria-labelledby="code-h">
      <h1 class="text-xl" id="code-h">
        {t('account.code_title')}
      </h1>
      <p class="num mt-1 text-sm">{t('account.code_sent', { phone: phoneText(phone), minutes: minutesLeft })}</p>
      <DemoCode code={props.demoCode} />
      <form
        class="mt-5 grid gap-4"
        method="post"
        action={action}
        hx-post={action}
        hx-target="#account-phone-panel"
        hx-swap="outerHTML focusScroll:true"
        hx-disable="find button[type=submit]"
        novalidate
      >
        <CodeField error={errors.code} sendsItself />
        <button class="btn btn-primary btn-lg w-full" type="submit">
          {t('account.use_phone')}
        </button>
      </form>
      <Resend
        action={paths.accountPhoneResending.href({ id })}
        waitSeconds={props.waitSeconds}
        waitOf={props.waitOf}
        error={errors.resend}
      />
    </section>
  )
}

/** Where the code to a new phone is typed. */
export const AccountPhonePage: FC<AccountPhoneProps> = (props) => {
  const { t } = useView()
  return (
    <Document title={t('account.code_title')} scripts={['code.js']}>
      <main id="main" class="mx-auto flex min-h-dvh max-w-[26rem] flex-col px-5 pt-10 pb-8">
        <p class="-mt-4 -ms-4 mb-2">
          <a class="btn btn-ghost" href={paths.account.href({}, { edit: 'phone' })}>
            <Icon name="arrow-left" />
            {t('auth.code.other_phone')}
          </a>
        </p>
        <AccountPhonePanel {...props} />
      </main>
    </Document>
  )
}

export const accountPhoneScreen = { Page: AccountPhonePage, Panel: AccountPhonePanel }
