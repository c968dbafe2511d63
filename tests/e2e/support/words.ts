import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next from 'i18next'

export type Lang = 'zh-Hant' | 'en'
type Values = Record<string, string | number>

const root = 'src/views/locales'
const read = (lang: Lang) =>
  Object.fromEntries(
    readdirSync(join(root, lang)).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(join(root, lang, file), 'utf8')),
    ]),
  )

const words = i18next.createInstance()
void words.init({
  resources: { 'zh-Hant': { words: read('zh-Hant') }, en: { words: read('en') } },
  ns: ['words'],
  defaultNS: 'words',
  interpolation: { escapeValue: false },
  initAsync: false,
})

/** What stands on the page for a key of the locales. Throws for a key that no page can show. */
export function say(key: string, values: Values = {}, lang: Lang = 'zh-Hant'): string {
  const spoken = words.getFixedT(lang)
  if (!words.exists(key, { lng: lang, ...values })) throw new Error(`no words for ${key} in ${lang}`)
  return spoken(key, values) as string
}

/** The words for a key, whatever stands where the values go. */
export function saying(key: string): RegExp {
  const text = say(key, {}).replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  return new RegExp(text.replace(/\{\{\w+\}\}/g, '.+'))
}
