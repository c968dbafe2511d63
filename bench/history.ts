import pg from 'pg'

const batch = 50_000

/**
 * Loads `count` completed past orders with all their rows, spread over the last two years, then lets the database look at them:
 * plans made on empty tables made orders 30 times slower (R43).
 */
export async function loadHistory(url: string, count: number, say: (done: number) => void): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (let done = 0; done < count; done += batch) {
      await client.query(oneBatch, [Math.min(batch, count - done), done])
      say(Math.min(done + batch, count))
    }
    await client.query('set session_replication_role = origin')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

/** $1 orders, numbered on from $2. One statement writes them with three lines, their history, payment, saga, steps and ticket each. */
const oneBatch = `
with place as (
  select s.brand_id, s.id as store_id, s.menu_version_id,
    (select array_agg(d.id) from (select id from dish d where d.brand_id = s.brand_id order by id limit 30) d) as dishes,
    (select id from station t where t.brand_id = s.brand_id and t.store_id = s.id order by position limit 1) as station_id
  from store s where s.menu_version_id is not null order by s.brand_id, s.id limit 1),
made as (
  select p.*, n + $2::int as n, uuidv7(-(interval '1 minute' * (n + $2::int + 1440))) as id,
    now() - interval '1 minute' * (n + $2::int + 1440) as at
  from place p, generate_series(1, $1::int) n),
o as (
  insert into orders (brand_id, id, store_id, visitor, channel, order_type, fulfilment, payment_state, is_finalized, business_day,
    order_date_code, sequence, idempotency_key, request_hash, lang, currency, subtotal, total, menu_version_id, promised_at,
    kitchen_start, created_at, placed_at, accepted_at, started_at, ready_at, ended_at)
  select brand_id, id, store_id, md5(n::text), 'web', 'takeout', 'completed', 'paid', true, at::date,
    to_char(at, 'MMDD'), 1000000 + n, id::text, '', 'zh-Hant', 'TWD', 300, 300, menu_version_id, at,
    'payment', at, at, at, at, at, at from made),
l as (
  insert into order_line (brand_id, id, order_id, position, dish_id, name, quantity, unit_price, line_total)
  select brand_id, uuidv7(at - now()), id, k, dishes[1 + (n + k) % array_length(dishes, 1)], '{"zh-Hant":"麵"}', 1, 100, 100
  from made, generate_series(0, 2) k),
h as (
  insert into order_status_history (brand_id, id, order_id, clock, from_state, to_state, status, actor, at)
  select brand_id, uuidv7(at - now()), id, 'fulfilment', null, 'placed', 'paid', 'guest', at from made, generate_series(0, 4)),
p as (
  insert into payment (brand_id, id, order_id, method, amount, status, tendered, change_given, created_at, paid_at)
  select brand_id, uuidv7(at - now()), id, 'cash', 300, 'paid', 300, 0, at, at from made),
s as (
  insert into saga (brand_id, id, order_id, status, executed_steps, created_at, updated_at)
  select brand_id, id, id, 'completed', '{order,inventory,payment,kitchen}', at, at from made),
st as (
  insert into saga_step (brand_id, saga_id, name, position, status, started_at, finished_at)
  select brand_id, id, name, pos, 'done', at, at
  from made, unnest(array['order', 'inventory', 'payment', 'kitchen']) with ordinality as step (name, pos))
insert into ticket (brand_id, id, store_id, order_id, station_id, status, due_at, queued_at, started_at, ready_at)
select brand_id, uuidv7(at - now()), store_id, id, station_id, 'ready', at, at, at, at from made`
