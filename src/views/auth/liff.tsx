import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { useView } from '../ui/view'
import { AuthLayout } from './layout'

export type LiffProps = {
  liffId: string
  /** LINE's own script. */
  sdkUrl: string
  back?: string | undefined
  /** Where somebody goes who is signed in already. */
  onward?: string | undefined
}

/** The way in for pages inside LINE: its script fills in the proof and sends the form. Nobody types anything; elsewhere it leads to sign-in. */
export const LiffPage: FC<LiffProps> = ({ liffId, sdkUrl, back, onward }) => {
  const { t } = useView()
  const otherwise = onward ?? paths.signIn.href({}, { back })
  return (
    <AuthLayout title={t('auth.sign_in')} shopfront={null} scripts={['liff.js']}>
      {!onward && <script src={sdkUrl}></script>}
      <section aria-labelledby="liff-h">
        <h1 class="mt-8 text-xl" id="liff-h" aria-live="polite">
          {t('auth.oauth.liff_title')}
        </h1>
        <p class="mt-1">{t('auth.oauth.liff_body')}</p>
        <form
          method="post"
          action={paths.liff.href({})}
          data-liff={liffId}
          data-otherwise={otherwise}
          {...(onward ? { 'data-onward': onward } : {})}
        >
          <input type="hidden" name="id_token" value="" />
          {back && <input type="hidden" name="back" value={back} />}
        </form>
        <a class="btn btn-lg mt-6 w-full" href={otherwise}>
          {t(onward ? 'auth.oauth.go_on' : 'auth.oauth.other_way')}
        </a>
      </section>
    </AuthLayout>
  )
}
