import { describe, expect, test } from 'vitest'
import { wordsIn } from '../../../src/routes/kit/language'

describe('words with values', () => {
  test('a count chooses its form, each time anew', () => {
    const t = wordsIn('en')
    expect([1, 2, 1, 0].map((count) => t('shop.home.stores', { count }))).toEqual([
      '1 place',
      '2 places',
      '1 place',
      '0 places',
    ])
  })

  test('what fills a gap stands there as it is', () => {
    const t = wordsIn('en')
    const title = t('shop.page_title', { title: "$& {{name}} $'", name: 'Yu & Co' })
    expect(title).toContain("$& {{name}} $'")
    expect(title).toContain('Yu & Co')
  })

  test('a gap without a value is closed', () => {
    expect(wordsIn('en')('shop.page_title', { title: 'Menu' })).not.toContain('{{')
  })

  test('what has no words is said as the caller would have it', () => {
    const t = wordsIn('en')
    const said = ['audit.action.of.nobody', 'audit.action.staff.rights'].map((key) =>
      t(key, { defaultValue: 'as it is' }),
    )
    expect(said).toEqual(['as it is', t('audit.action.staff.rights')])
  })
})
