import type { Tx } from '../../db/connect'
import { type Lang, langs, type Texts } from '../shared/ctx'

type Subject = { brandId: string; id: string; defaultLang: Lang }

/** Keeps a text's translations: what the brand's own language says stands in the subject's column, the rest here. Empty ones go. */
export async function setTexts(tx: Tx, subject: Subject, field: string, texts: Texts): Promise<void> {
  for (const lang of langs) {
    if (lang === subject.defaultLang) continue
    const text = texts[lang]?.trim() ?? ''
    const row = { brandId: subject.brandId, subjectId: subject.id, field, lang }
    if (text === '')
      await tx
        .deleteFrom('translation')
        .where('brandId', '=', row.brandId)
        .where('subjectId', '=', row.subjectId)
        .where('field', '=', field)
        .where('lang', '=', lang)
        .execute()
    else
      await tx
        .insertInto('translation')
        .values({ ...row, text })
        .onConflict((on) => on.columns(['brandId', 'subjectId', 'field', 'lang']).doUpdateSet({ text }))
        .execute()
  }
}
