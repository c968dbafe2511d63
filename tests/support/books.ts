import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Db } from '../../src/db/connect'

type Brand = { brandId: string }

/** Every line of the books that must agree, as what does not: an empty list is good. */
export async function disagreements(db: Db, { brandId }: Brand): Promise<string[]> {
  const wrong = async (what: string, query: ReturnType<typeof sql<{ id: string }>>) =>
    (await query.execute(db)).rows.map(({ id }) => `${what}: ${id}`)
  const b = sql`${brandId}::uuid`
  return (
    await Promise.all([
      wrong(
        'R24: stock is the sum of its log',
        sql`select i.id from inventory i where i.brand_id = ${b} and i.total_stock <>
          (select coalesce(sum(l.change), 0) from stock_log l where l.brand_id = i.brand_id and l.inventory_id = i.id)`,
      ),
      wrong(
        'R24: each movement begins where another ended, from nothing to what is there',
        sql`select inventory_id as id from (
            select inventory_id, stock_before as level, 1 as n from stock_log where brand_id = ${b}
            union all select inventory_id, stock_after, -1 from stock_log where brand_id = ${b}
            union all select id, 0, -1 from inventory where brand_id = ${b}
            union all select id, total_stock, 1 from inventory where brand_id = ${b}) ends
          group by inventory_id, level having sum(n) <> 0`,
      ),
      wrong(
        'R23: every sold or held portion is in the log',
        sql`select h.order_id as id from stock_hold h where h.brand_id = ${b} and
          (select coalesce(sum(change), 0) from stock_log l where l.brand_id = h.brand_id and l.order_id = h.order_id
            and l.inventory_id = h.inventory_id) <> case when h.state = 'released' then 0 else -h.quantity end`,
      ),
      wrong(
        'R17: an order that ended without being eaten holds nothing',
        sql`select o.id from orders o join stock_hold h on h.brand_id = o.brand_id and h.order_id = o.id
          where o.brand_id = ${b} and o.fulfilment in ('cancelled', 'expired', 'rejected') and h.state in ('held', 'sold')`,
      ),
      wrong(
        'R20: only drafts hold what is not sold',
        sql`select o.id from orders o join stock_hold h on h.brand_id = o.brand_id and h.order_id = o.id
          where o.brand_id = ${b} and h.state = 'held' and o.fulfilment <> 'draft'`,
      ),
      wrong(
        'R1: lines, discounts and charges are the total',
        sql`select o.id from orders o where o.brand_id = ${b} and o.total <> o.service_charge + o.delivery_fee - o.discount_total +
          (select sum(line_total) from order_line l where l.brand_id = o.brand_id and l.order_id = o.id and not l.is_void)`,
      ),
      wrong(
        'R21: an order is paid once: what came in and did not go back, and what is still asked for, is its total',
        sql`select o.id from orders o where o.brand_id = ${b} and o.ended_at is null and o.total <>
          (select sum(amount - refund_promised) from payment p where p.brand_id = o.brand_id and p.order_id = o.id
            and p.status <> 'failed')`,
      ),
      wrong(
        'R17: refunds done are what payments say went back',
        sql`select p.id from payment p where p.brand_id = ${b} and p.refunded_amount <>
          (select coalesce(sum(amount), 0) from refund r where r.brand_id = p.brand_id and r.payment_id = p.id and r.status = 'done')`,
      ),
      wrong(
        'R34: each station cooks an order once',
        sql`select order_id as id from ticket where brand_id = ${b} group by order_id, station_id having count(*) > 1`,
      ),
      wrong(
        'R7: the last word of each clock is where it stands',
        sql`select o.id from orders o where o.brand_id = ${b} and o.fulfilment <> (select to_state from order_status_history h
          where h.brand_id = o.brand_id and h.order_id = o.id and h.clock = 'fulfilment' order by h.id desc limit 1)`,
      ),
      wrong(
        'R14: executed steps are the ones that were done',
        sql`select g.id from saga g where g.brand_id = ${b} and cardinality(g.executed_steps) <> (select count(*) from saga_step s
          where s.brand_id = g.brand_id and s.saga_id = g.id and s.finished_at is not null)`,
      ),
      wrong(
        'R16: nothing is left open behind a saga that is over',
        sql`select g.id from saga g join saga_step s on s.brand_id = g.brand_id and s.saga_id = g.id
          where g.brand_id = ${b} and g.status in ('completed', 'compensated')
            and s.status in ('running', 'undoing', 'undo_failed', 'waiting')`,
      ),
      wrong(
        'R16: nothing of an order that was given up is still cooked or driven',
        sql`select o.id from orders o where o.brand_id = ${b} and o.fulfilment in ('cancelled', 'expired', 'rejected')
          and (exists (select from ticket t where t.brand_id = o.brand_id and t.order_id = o.id and t.status <> 'cancelled')
            or exists (select from delivery d where d.brand_id = o.brand_id and d.order_id = o.id and d.status <> 'cancelled'))`,
      ),
    ])
  ).flat()
}

export async function booksAgree(db: Db, brand: Brand): Promise<void> {
  expect(await disagreements(db, brand)).toEqual([])
}
