import { ok, type Result, refuse } from '../shared/result'

/** A drink of a price list: what the lines of its sizes, iced and hot, come to together. */
export type ListedDrink = {
  name: string
  categories: string[]
  /** Of the smallest size, iced where it is made iced. Whole currency units, as the list has them. */
  basePrice: number
  /** The marks of the list (大, 中), cheapest first, with what each adds; empty for a drink of one unmarked size. */
  sizes: { mark: string; delta: number }[]
  isIced: boolean
  isHot: boolean
  /** What a hot one costs more than an iced one. */
  hotDelta: number
}

export type PriceList = {
  categories: string[]
  drinks: ListedDrink[]
  /** What cannot be sold as listed, and why: no price at all, or prices that size and heat do not explain. */
  leftOut: { name: string; reason: 'no_price' | 'uneven_prices' }[]
}

type Line = { category: string; name: string; mark: string; iced: number | null; hot: number | null }

const header = '分類,品名,冷飲價,熱飲價'

/**
 * Reads a drinks shop's price list (category, name, iced price, hot price). A size stands before the name as 大● or 中●; a
 * category whose names are all numbered is a ranking, and its numbers are no part of the names. A drink listed in several
 * categories is one drink.
 */
export function readPriceList(text: string): Result<PriceList, { reason: 'bad_header' | 'bad_line'; line: number }> {
  const [head, ...rest] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (head?.trim() !== header) return refuse({ reason: 'bad_header', line: 1 })
  const lines: Line[] = []
  for (const [i, row] of rest.entries()) {
    if (!row.trim()) continue
    const line = readLine(row)
    if (!line) return refuse({ reason: 'bad_line', line: i + 2 })
    lines.push(line)
  }
  const named = withoutRanks(lines)
  const list: PriceList = { categories: [...new Set(named.map((line) => line.category))], drinks: [], leftOut: [] }
  for (const [name, own] of Map.groupBy(named, (line) => line.name)) {
    const drink = listedDrink(name, own)
    if (typeof drink === 'string') list.leftOut.push({ name, reason: drink })
    else list.drinks.push(drink)
  }
  return ok(list)
}

function readLine(row: string): Line | null {
  const [category, marked, iced, hot, ...more] = row.split(',').map((cell) => cell.trim())
  const [, mark = '', name] = /^(?:([大中小])●)?(.+)$/.exec(marked ?? '') ?? []
  if (!category || !name || more.length > 0) return null
  if (![iced, hot].every((price) => price === '' || /^\d{1,5}$/.test(price ?? 'x'))) return null
  return { category, name, mark, iced: iced ? Number(iced) : null, hot: hot ? Number(hot) : null }
}

function withoutRanks(lines: Line[]): Line[] {
  const categories = Map.groupBy(lines, (line) => line.category)
  const ranked = new Set(
    [...categories].filter(([, own]) => own.every(({ name }) => /^\d/.test(name))).map(([key]) => key),
  )
  return lines.map((line) => (ranked.has(line.category) ? { ...line, name: line.name.replace(/^\d+/, '') } : line))
}

function listedDrink(name: string, lines: Line[]): ListedDrink | 'no_price' | 'uneven_prices' {
  const priced = lines.filter((line) => line.iced !== null || line.hot !== null)
  if (priced.length === 0) return 'no_price'
  const sizes: Line[] = []
  for (const line of priced) {
    const known = sizes.find((size) => size.mark === line.mark)
    if (known && (known.iced !== line.iced || known.hot !== line.hot)) return 'uneven_prices'
    if (!known) sizes.push(line)
  }
  const price = (line: Line) => line.iced ?? line.hot ?? 0
  const extraWhenHot = (line: Line) => (line.hot === null || line.iced === null ? 0 : line.hot - line.iced)
  sizes.sort((a, b) => price(a) - price(b))
  const [first, ...others] = sizes as [Line, ...Line[]]
  const sameKind = (line: Line) =>
    (line.iced === null) === (first.iced === null) && (line.hot === null) === (first.hot === null)
  if (!others.every((line) => sameKind(line) && extraWhenHot(line) === extraWhenHot(first))) return 'uneven_prices'
  return {
    name,
    categories: [...new Set(lines.map((line) => line.category))],
    basePrice: price(first),
    sizes: sizes.flatMap((line) => (line.mark ? [{ mark: line.mark, delta: price(line) - price(first) }] : [])),
    isIced: first.iced !== null,
    isHot: first.hot !== null,
    hotDelta: extraWhenHot(first),
  }
}
