import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import i18next from 'i18next'
import { type Lang, langs } from '../../domain/shared/ctx'
import { resources } from '../../views/locales/resources'
import type { T } from '../../views/ui/words'
import type { AppEnv } from './context'

const words = i18next.createInstance()
void words.init({
  resources,
  fallbackLng: 'zh-Hant',
  ns: ['words'],
  defaultNS: 'words',
  interpolation: { escapeValue: false },
  initAsync: false,
})

const fixed = Object.fromEntries(langs.map((lang) => [lang, remembering(words.getFixedT(lang) as T)])) as Record<
  Lang,
  T
>

/** Looks words without values up once: a page asks for hundreds. */
function remembering(t: T): T {
  const known = new Map<string, string>()
  return (key, values) => {
    if (values) return t(key, values)
    const text = known.get(key) ?? t(key)
    known.set(key, text)
    return text
  }
}

/** The words of one language. */
export const wordsIn = (lang: Lang): T => fixed[lang]

export const isLang = (value: string | undefined): value is Lang => langs.includes(value as Lang)

function preferred(header: string | undefined): Lang {
  for (const part of (header ?? '').split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase() ?? ''
    if (tag.startsWith('zh')) return 'zh-Hant'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh-Hant'
}

/** Decides the reader's language: the chosen one (cookie), else the browser's, else Traditional Chinese. */
export const language = createMiddleware<AppEnv>(async (c, next) => {
  const chosen = getCookie(c, 'lang')
  const lang = isLang(chosen) ? chosen : preferred(c.req.header('Accept-Language'))
  c.set('lang', lang)
  c.set('t', wordsIn(lang))
  await next()
})
