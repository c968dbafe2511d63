import type { Tx } from '../connect'
import type { Pair } from './shape'

/** Collects the English of what is being inserted, to be written in one statement. */
export class Texts {
  private readonly rows: { brandId: string; subjectId: string; field: string; lang: string; text: string }[] = []

  constructor(private readonly brandId: string) {}

  /** Notes the translation and gives the brand's own words, '' when there are none. */
  add(subjectId: string, field: string, pair: Pair | undefined): string {
    if (!pair) return ''
    this.rows.push({ brandId: this.brandId, subjectId, field, lang: 'en', text: pair[1] })
    return pair[0]
  }

  async save(tx: Tx): Promise<void> {
    await tx.insertInto('translation').values(this.rows).execute()
  }
}
