import { stockLog } from '../../domain/inventory/queries'
import { type StockRow, stockList } from '../../domain/menu/stock-list'
import type { StockProps } from '../../views/counter/stock'
import type { StockGroup, StockItem, StockProblem } from '../../views/counter/stock-item'
import { type C, ctxOf } from '../kit/context'
import { barAbove } from './bar'

type Wish = { group?: string | undefined; open?: string | undefined; problem?: StockProblem | undefined }

const logLength = 30

/** The stock page: every dish in its category, every option in its own, one of them open. */
export async function stockProps(c: C, { group, open, problem }: Wish): Promise<StockProps> {
  const { db } = c.var.deps
  const [rows, bar] = await Promise.all([stockList(db, ctxOf(c)), barAbove(c, 'stock')])
  const groups = groupsOf(rows)
  const item = groups.flatMap(({ items }) => items).find(({ id }) => id === open)
  const log = item?.inventoryId ? await stockLog(db, ctxOf(c), item.inventoryId, logLength) : []
  const shown = group === 'low' || groups.some(({ id }) => id === group) ? group : undefined
  return { bar, groups, group: shown, chosen: item ? { item, log } : null, problem }
}

function groupsOf(rows: readonly StockRow[]): StockGroup[] {
  const groups = new Map<string, StockGroup>()
  for (const row of rows) {
    const group = groups.get(row.categoryId) ?? { id: row.categoryId, name: row.category, items: [] }
    group.items.push(itemOf(row))
    groups.set(row.categoryId, group)
  }
  return [...groups.values()]
}

const itemOf = (row: StockRow): StockItem =>
  row.dishId ? { ...row, id: row.dishId, kind: 'dish' } : { ...row, id: row.optionId ?? '', kind: 'option' }
