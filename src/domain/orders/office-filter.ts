import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../shared/ctx'
import {
  type Fulfilment,
  fulfilmentLife,
  type OrderType,
  type PaymentState,
  paymentLife,
  type StatusWord,
  statusWord,
} from './lifecycle'

/** Which orders of a store the office looks at; what is absent does not narrow. */
export type OfficeFilter = {
  /** Business day 'YYYY-MM-DD'. */
  day?: string | undefined
  status?: StatusWord | undefined
  orderType?: OrderType | undefined
  payment?: PaymentState | undefined
  /** Only those that wait for somebody of the store. */
  needsYou?: boolean | undefined
  /** Number, phone, name or dish. */
  search?: string | undefined
}

/** The status word (R7) of every pair of clocks, so that SQL and pages cannot differ about it. */
const pairs = (Object.keys(fulfilmentLife) as Fulfilment[]).flatMap((fulfilment) =>
  (Object.keys(paymentLife) as PaymentState[]).map((payment) => ({
    fulfilment,
    payment,
    word: statusWord(fulfilment, payment),
  })),
)

export const hasWord = (word: StatusWord): RawBuilder<boolean> => {
  const fitting = pairs
    .filter((pair) => pair.word === word)
    .map(({ fulfilment, payment }) => sql`(${fulfilment}, ${payment})`)
  return sql`(o.fulfilment, o.payment_state) in (${sql.join(fitting)})`
}

/** New or unpaid at the counter, ready to be fetched, or being put back. Joins orders `o` and saga `g`. */
export const needsYou: RawBuilder<boolean> = sql`(o.fulfilment in ('placed', 'ready') or g.status = 'compensating'
  or (o.fulfilment = 'accepted' and o.payment_state = 'unpaid'))`

const escaped = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

function found(search: string): RawBuilder<boolean> {
  const text = search.trim()
  const number = /^(?:(\d{4})-)?(\d{1,4})$/.exec(text)
  if (number) {
    const [, code, sequence] = number
    return code
      ? sql`(o.order_date_code = ${code} and o.sequence = ${Number(sequence)})`
      : sql`(o.sequence = ${Number(sequence)} or o.contact_phone like ${`%${sequence}`})`
  }
  const digits = text.replace(/[\s()+-]/g, '')
  const phone = /^\d{5,}$/.test(digits)
    ? sql`or regexp_replace(o.contact_phone, '[^0-9]', '', 'g') like ${`%${digits}%`}`
    : sql``
  const like = escaped(text)
  return sql`(o.contact_name ilike ${like} or o.table_label ilike ${like} or o.address ilike ${like} ${phone}
    or exists (select from order_line l, jsonb_each_text(l.name) named
      where l.brand_id = o.brand_id and l.order_id = o.id and named.value ilike ${like}))`
}

/** The store's orders that the filter leaves, as a condition on orders `o` and saga `g`; the store is the context's. */
export function matching(ctx: Ctx, filter: OfficeFilter): RawBuilder<boolean> {
  const all = [
    sql`o.brand_id = ${ctx.brandId} and o.store_id = ${ctx.storeId}`,
    ...(filter.day ? [sql`o.business_day = ${filter.day}`] : []),
    ...(filter.status ? [hasWord(filter.status)] : []),
    ...(filter.orderType ? [sql`o.order_type = ${filter.orderType}`] : []),
    ...(filter.payment ? [sql`o.payment_state = ${filter.payment}`] : []),
    ...(filter.needsYou ? [needsYou] : []),
    ...(filter.search?.trim() ? [found(filter.search)] : []),
  ]
  return sql`${sql.join(all, sql` and `)}`
}
