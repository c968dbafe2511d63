import type { StockEntry } from '../../domain/inventory/queries'
import type { StockRow } from '../../domain/menu/stock-list'
import type { Texts } from '../../domain/shared/ctx'

/** A dish or an option as the stock page shows it. `id` names it in URLs. */
export type StockItem = StockRow & { id: string; kind: 'dish' | 'option' }

export type StockGroup = { id: string; name: Texts; items: StockItem[] }

/** The dish that stands open at the right. */
export type Chosen = { item: StockItem; log: StockEntry[] }

/** What stands in the open dish's forms again, and what is wrong with it. */
export type StockProblem = { form: 'count' | 'rules' | 'switch'; text: string; typed: Record<string, string> }

/** Running out, or gone by itself: these come first. A dish that somebody switched off stays where it is. */
export const isShort = (item: StockItem): boolean => item.isTracked && (item.isLow || item.totalStock === 0)

/** Low ones first, fewest left at the front; the rest in menu order. */
export const lowFirst = (items: readonly StockItem[]): StockItem[] => [
  ...items.filter(isShort).sort((a, b) => a.totalStock - b.totalStock),
  ...items.filter((item) => !isShort(item)),
]
