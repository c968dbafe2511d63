import type { FC } from 'hono/jsx'
import { Document } from './document'
import { Icon } from './icon'
import { useView } from './view'

/** The step over to another site, for browsers that do not take it by themselves. */
export const LeavingPage: FC<{ url: string }> = ({ url }) => {
  const { t } = useView()
  const { host } = new URL(url)
  return (
    <Document title={t('ui.leaving_title', { host })}>
      <main id="main" class="mx-auto flex min-h-dvh max-w-[26rem] flex-col justify-center px-5 py-10">
        <h1 class="text-xl">{t('ui.leaving_title', { host })}</h1>
        <a class="btn btn-primary btn-lg mt-6" href={url}>
          {t('ui.leaving_go')}
          <Icon name="arrow-right" />
        </a>
      </main>
    </Document>
  )
}
