import type { Lang, Texts } from '../../domain/shared/ctx'
import { useView } from '../ui/view'
import { type T, textIn } from '../ui/words'

/** Reads a text in the reader's language, else in the brand's. */
export function useTexts(fallback: Lang = 'zh-Hant'): (texts: Texts) => string {
  const { lang } = useView()
  return (texts) => textIn(texts, lang, fallback)
}

/** A word inside a sentence: Mild becomes mild, XL stays XL. Chinese has no such forms. */
export const midSentence = (word: string): string =>
  /^[A-Z][a-z]/.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word

/** Words one after another, as the language lists them. */
export const listText = (t: T, words: readonly string[]): string => words.join(t('shop.comma'))

type Named = { brandName: Texts; storeName: Texts; defaultLang: Lang }

/** Brand and store as one name. */
export function useStoreName({ brandName, storeName, defaultLang }: Named): string {
  const text = useTexts(defaultLang)
  return useView().t('shop.store_name', { brand: text(brandName), store: text(storeName) })
}

/** A name in the languages the page is not in: search finds it by those too. */
export function useOtherNames(names: Texts): string {
  const { lang } = useView()
  return Object.entries(names)
    .filter(([written]) => written !== lang)
    .map(([, name]) => name)
    .join(' ')
}
