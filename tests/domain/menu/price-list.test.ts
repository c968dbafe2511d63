import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { priceListFile } from '../../../src/db/seed/data'
import { readPriceList } from '../../../src/domain/menu/price-list'

const header = '分類,品名,冷飲價,熱飲價'
const read = (...lines: string[]) => {
  const list = readPriceList([header, ...lines].join('\n'))
  if (!list.ok) throw new Error(list.refusal.reason)
  return list.value
}
const only = (...lines: string[]) => read(...lines).drinks[0]

describe('a price list', () => {
  test('makes one drink of its sizes; the smallest is the price, the others cost more', () => {
    expect(only('茶,大●奶茶,60,60', '茶,中●奶茶,50,50')).toEqual({
      name: '奶茶',
      categories: ['茶'],
      basePrice: 50,
      sizes: [
        { mark: '中', delta: 0 },
        { mark: '大', delta: 10 },
      ],
      isIced: true,
      isHot: true,
      hotDelta: 0,
    })
  })

  test('knows what is only iced, only hot, and dearer hot', () => {
    expect(only('茶,冬瓜茶,25,')).toMatchObject({ basePrice: 25, sizes: [], isIced: true, isHot: false })
    expect(only('茶,薑汁撞奶,,65')).toMatchObject({ basePrice: 65, isIced: false, isHot: true })
    expect(only('茶,大●紅茶,40,45', '茶,中●紅茶,30,35')).toMatchObject({ basePrice: 30, hotDelta: 5 })
  })

  test('takes the numbers off a ranking, but not off a name that begins with one', () => {
    const list = read('推薦,大●1芒果青,50,', '推薦,大●2奶茶,60,', '茶,大●8冰綠,60,', '茶,大●奶茶,60,')
    expect(list.drinks.map(({ name }) => name)).toEqual(['芒果青', '奶茶', '8冰綠'])
    expect(list.drinks[1]).toMatchObject({ categories: ['推薦', '茶'] })
  })

  test('leaves out what has no price, and what is listed at two prices, and says so', () => {
    const list = read('茶,大●鮮柚綠,,', '甲,咖啡,50,50', '乙,咖啡,55,55', '茶,大●青茶,40,40', '茶,中●青茶,30,')
    expect(list.drinks).toEqual([])
    expect(list.leftOut).toEqual([
      { name: '鮮柚綠', reason: 'no_price' },
      { name: '咖啡', reason: 'uneven_prices' },
      { name: '青茶', reason: 'uneven_prices' },
    ])
  })

  test('may have a byte-order mark, carriage returns and empty lines', () => {
    expect(readPriceList(`\uFEFF${header}\r\n茶,紅茶,20,20\r\n\r\n`)).toMatchObject({ ok: true })
  })

  test('names the line that cannot be read', () => {
    expect(readPriceList('name,price\n茶,20')).toEqual({ ok: false, refusal: { reason: 'bad_header', line: 1 } })
    const bad = { ok: false, refusal: { reason: 'bad_line', line: 3 } }
    for (const line of ['茶,紅茶,twenty,', '茶,紅茶,20', ',紅茶,20,20', '茶,紅茶,20,20,20'])
      expect(readPriceList([header, '茶,綠茶,20,20', line].join('\n'))).toEqual(bad)
  })

  test('from a real shop gives 62 drinks in seven categories, and the 13 that had no price that season', async () => {
    const list = readPriceList(await readFile(priceListFile(), 'utf8'))
    if (!list.ok) throw new Error(list.refusal.reason)
    const { categories, drinks, leftOut } = list.value
    expect([categories.length, drinks.length, leftOut.length]).toEqual([7, 62, 13])
    expect(leftOut.every(({ reason }) => reason === 'no_price')).toBe(true)
    expect(leftOut.map(({ name }) => name)).toContain('養樂多綠')
  })
})
