import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import i18next from 'i18next'
import type { Place } from '../../domain/brands/store-view'
import { type Lang, langs } from '../../domain/shared/ctx'
import { resources } from '../../views/locales/resources'
import type { T } from '../../views/ui/words'
import type { AppEnv, C } from './context'

const gap = /\{\{\s*(\w+)\s*\}\}/g

const words = i18next.createInstance()
void words.init({
  resources,
  fallbackLng: 'zh-Hant',
  ns: ['words'],
  defaultNS: 'words',
  interpolation: { escapeValue: false },
  initAsync: false,
})

const fixed = Object.fromEntries(langs.map((lang) => [lang, remembering(lang)])) as Record<Lang, T>

/** Looks every sentence up once, as it stands in its file, and fills its gaps itself: a page asks for hundreds. */
function remembering(lang: Lang): T {
  const t = words.getFixedT(lang)
  const plurals = new Intl.PluralRules(lang)
  const known = new Map<string, string>()
  const sentence = (key: string, count: number | undefined) => {
    const name = count === undefined ? key : `${key} ${count === 0 ? 'zero' : plurals.select(count)}`
    const text = known.get(name) ?? t(key, { ...(count === undefined ? {} : { count }), skipInterpolation: true })
    known.set(name, text)
    return text
  }
  return (key, values) => {
    if (!values) return sentence(key, undefined)
    const { count } = values
    const text = sentence(key, typeof count === 'number' ? count : undefined)
    if (text === key && values.defaultValue !== undefined) return String(values.defaultValue)
    return text.replace(gap, (_, name: string) => String(values[name] ?? ''))
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
  c.set('languages', langs)
  await next()
})

/** On a brand's own pages only its languages are spoken: the reader's if it is one of them, else the brand's own. */
export function speak(c: C, { languages, defaultLang }: Pick<Place, 'languages' | 'defaultLang'>): void {
  c.set('languages', languages)
  if (languages.includes(c.var.lang)) return
  c.set('lang', defaultLang)
  c.set('t', wordsIn(defaultLang))
}
