import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { useView } from './view'

/** The way to this same page in the other language, named in that language; none where only one is spoken. */
export const LanguageLink: FC<{ class?: string }> = ({ class: extra }) => {
  const { t, lang, languages, here } = useView()
  if (languages.length < 2) return null
  const other = lang === 'en' ? 'zh-Hant' : 'en'
  return (
    <a
      class={extra ?? 'grid min-h-11 place-items-center px-2'}
      href={paths.language.href({ lang: other }, { back: here })}
      lang={other}
      hreflang={other}
      rel="nofollow"
    >
      {t('ui.language')}
    </a>
  )
}
