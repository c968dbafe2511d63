-- The order workflow: carts, orders and their lines, payments, the saga that carries an order through, and what it puts in
-- motion (stock holds, kitchen tickets, deliveries). Orders have two clocks, fulfilment and payment (R6-R21).

-- The words of an order and its money as types of their own: a table checks its own conditions anew in every statement, a type's are kept.
create domain order_type as text check (value in ('dine_in', 'takeout', 'delivery'));
create domain order_channel as text check (value in ('web', 'counter', 'api'));
create domain kitchen_start as text check (value in ('payment', 'acceptance'));
create domain fulfilment as text check (value in
  ('draft', 'placed', 'accepted', 'preparing', 'ready', 'out_for_delivery', 'completed', 'cancelled', 'expired', 'rejected'));
create domain payment_state as text check (value in
  ('unpaid', 'pending', 'paid', 'partially_refunded', 'refunded', 'failed'));
create domain amount as integer check (value >= 0);

create table cart (
  brand_id uuid not null,
  id uuid not null,
  store_id uuid not null,
  owner text not null,
  order_type order_type not null default 'takeout',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (brand_id, id),
  unique (brand_id, store_id, owner),
  foreign key (brand_id, store_id) references store (brand_id, id)
);
create index on cart (updated_at);
create index on cart (owner);

-- unit_price is the price the guest saw when adding it: a rise since then asks for consent (R11). The same dish made the same
-- way is one line; last_key is the key of the form that last added to it, so that a second tap adds nothing (R6).
create table cart_line (
  brand_id uuid not null,
  id uuid not null,
  cart_id uuid not null,
  dish_id uuid not null,
  option_ids uuid[] not null default '{}',
  quantity integer not null check (quantity between 1 and 99),
  note text not null default '' check (length(note) <= 200),
  unit_price integer not null,
  menu_version_id uuid not null,
  last_key text check (length(last_key) <= 200),
  primary key (brand_id, id),
  unique (brand_id, cart_id, dish_id, option_ids, note),
  foreign key (brand_id, cart_id) references cart (brand_id, id) on delete cascade
);

create table order_counter (
  brand_id uuid not null,
  store_id uuid not null,
  business_day date not null,
  last_sequence integer not null check (last_sequence > 0),
  primary key (brand_id, store_id, business_day),
  foreign key (brand_id, store_id) references store (brand_id, id)
);

create table orders (
  brand_id uuid not null,
  id uuid not null,
  store_id uuid not null,
  customer_id uuid,
  account_id uuid references account (id) on delete set null,
  visitor text,
  channel order_channel not null,
  order_type order_type not null,
  fulfilment fulfilment not null,
  payment_state payment_state not null,
  is_finalized boolean not null,
  business_day date not null,
  order_date_code text,
  sequence integer,
  revision integer not null default 1,
  idempotency_key varchar(200) not null,
  request_hash text not null,
  lang text not null,
  currency text not null,
  subtotal amount not null,
  discount_total amount not null default 0,
  service_charge amount not null default 0,
  service_charge_bp integer not null default 0 check (service_charge_bp >= 0),
  delivery_fee amount not null default 0,
  total amount not null,
  menu_version_id uuid not null,
  contact_name varchar(80) not null default '',
  contact_phone varchar(20) not null default '',
  address varchar(300) not null default '',
  table_label varchar(20) not null default '',
  note varchar(500) not null default '',
  promised_at timestamptz not null,
  held_until timestamptz,
  kitchen_start kitchen_start not null,
  end_reason text,
  acknowledged_at timestamptz,
  created_at timestamptz not null,
  placed_at timestamptz,
  accepted_at timestamptz,
  started_at timestamptz,
  ready_at timestamptz,
  ended_at timestamptz,
  primary key (brand_id, id),
  unique (brand_id, store_id, business_day, sequence),
  unique (brand_id, idempotency_key),
  foreign key (brand_id, store_id) references store (brand_id, id),
  foreign key (brand_id, customer_id) references customer (brand_id, id),
  foreign key (brand_id, menu_version_id) references menu_version (brand_id, id),
  check (subtotal - discount_total + service_charge + delivery_fee = total),
  check (discount_total <= subtotal),
  check ((sequence is null) = (order_date_code is null)),
  check (not is_finalized or sequence is not null),
  check (fulfilment <> 'draft' or held_until is not null),
  check ((fulfilment in ('completed', 'cancelled', 'expired', 'rejected')) = (ended_at is not null))
) with (fillfactor = 70);
-- An order's moves touch no indexed column until it ends, so that they stay on its page.
create index orders_live on orders (brand_id, store_id, created_at) where ended_at is null;
create index orders_by_id on orders (id);
create index orders_by_account on orders (account_id, id) where account_id is not null;
create index orders_by_visitor on orders (visitor, id) where visitor is not null;
create index orders_by_customer on orders (brand_id, customer_id, created_at desc) where customer_id is not null;

create table order_line (
  brand_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  position integer not null,
  dish_id uuid not null,
  name jsonb not null,
  options jsonb not null default '[]',
  quantity integer not null check (quantity between 1 and 99),
  unit_price integer not null check (unit_price >= 0),
  discount_share integer not null default 0 check (discount_share >= 0),
  line_total integer not null,
  note text not null default '' check (length(note) <= 200),
  station_id uuid,
  is_void boolean not null default false,
  primary key (brand_id, id),
  foreign key (brand_id, order_id) references orders (brand_id, id),
  check (line_total = unit_price * quantity)
);
create index on order_line (brand_id, order_id, position);

create table order_status_history (
  brand_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  clock text not null check (clock in ('fulfilment', 'payment')),
  from_state text,
  to_state text not null,
  status text not null,
  actor text not null,
  reason text,
  at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, order_id) references orders (brand_id, id)
);
create index on order_status_history (brand_id, order_id, id);

create table payment (
  brand_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  method text not null check (method in ('cash', 'card_terminal', 'online')),
  gateway text,
  amount integer not null check (amount >= 0),
  status text not null check (status in ('pending', 'paid', 'failed', 'partially_refunded', 'refunded')),
  refunded_amount integer not null default 0 check (refunded_amount >= 0),
  refund_promised integer not null default 0,
  tendered integer check (tendered >= amount),
  change_given integer check (change_given = tendered - amount),
  confirmed_by uuid references account (id),
  confirm_key text check (length(confirm_key) <= 200),
  created_at timestamptz not null,
  paid_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, order_id) references orders (brand_id, id),
  check (refund_promised <= amount),
  check (refunded_amount <= refund_promised),
  check (status not in ('paid', 'partially_refunded', 'refunded') or paid_at is not null),
  check (status <> 'refunded' or refunded_amount = amount)
);
create index on payment (brand_id, order_id);
create index payment_by_id on payment (id);

-- One conversation with a gateway about one payment. A timeout is 'unknown', never 'failed' (R21).
create table payment_attempt (
  brand_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  gateway text not null,
  external_ref text,
  payment_url text,
  status text not null check (status in ('starting', 'started', 'approved', 'declined', 'cancelled', 'expired', 'unknown')),
  error text,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, payment_id) references payment (brand_id, id)
);
create index on payment_attempt (brand_id, payment_id);
create unique index payment_attempt_ref on payment_attempt (gateway, external_ref) where external_ref is not null;

-- Money on its way back. Opening one promises its amount on the payment, where the cap is checked (R21); "by" says whether the
-- gateway sends it or a person hands it over.
create table refund (
  brand_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  reversal_key text not null,
  by text not null check (by in ('gateway', 'counter')),
  amount integer not null check (amount > 0),
  status text not null check (status in ('pending', 'done', 'failed')),
  external_ref text,
  error text,
  attempts integer not null default 0,
  next_at timestamptz,
  note text not null default '',
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (brand_id, id),
  unique (brand_id, payment_id, reversal_key),
  foreign key (brand_id, payment_id) references payment (brand_id, id)
);

create index refund_open on refund (brand_id, created_at) where status = 'pending';

-- The orchestrator's memory (R14). One saga per order; a step row holds what its do returned, which is what its undo gets.
create table saga (
  brand_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  status text not null check (status in ('pending_start', 'executing', 'completed', 'compensating', 'compensated')),
  executed_steps text[] not null default '{}',
  payload jsonb not null default '{}',
  error text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, order_id),
  foreign key (brand_id, order_id) references orders (brand_id, id)
);
-- Sagas under way, and those that ended in trouble that somebody must look at.
create index saga_open on saga (brand_id, id)
  where status in ('pending_start', 'executing', 'compensating') or (status = 'completed' and error is not null);

create table saga_step (
  brand_id uuid not null,
  saga_id uuid not null,
  name text not null,
  position integer not null,
  status text not null check (status in
    ('running', 'waiting', 'done', 'skipped', 'failed', 'undoing', 'undone', 'undo_failed')),
  output jsonb,
  attempts integer not null default 0,
  error text,
  started_at timestamptz not null,
  finished_at timestamptz,
  undo_attempts integer not null default 0,
  undo_error text,
  undo_started_at timestamptz,
  undo_next_at timestamptz,
  undone_at timestamptz,
  primary key (brand_id, saga_id, name),
  foreign key (brand_id, saga_id) references saga (brand_id, id)
);

create table stock_hold (
  brand_id uuid not null,
  order_id uuid not null,
  inventory_id uuid not null,
  quantity integer not null check (quantity > 0),
  from_quota boolean not null default false,
  state text not null check (state in ('held', 'sold', 'released', 'wasted')),
  primary key (brand_id, order_id, inventory_id),
  foreign key (brand_id, order_id) references orders (brand_id, id),
  foreign key (brand_id, inventory_id) references inventory (brand_id, id)
);

-- store_id here, on tickets and on deliveries repeats that of the inventory row or order they hang on, which is checked there: a check of its
-- own would lock the one store row once more in every order.
create table stock_log (
  brand_id uuid not null,
  id uuid not null,
  store_id uuid not null,
  inventory_id uuid not null,
  stock_before integer not null check (stock_before >= 0),
  stock_after integer not null check (stock_after >= 0),
  change integer not null,
  type text not null check (type in ('count', 'restock', 'adjust', 'hold', 'sale', 'release', 'return', 'waste', 'refresh')),
  reason text not null default '',
  order_id uuid,
  actor text not null,
  at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, inventory_id) references inventory (brand_id, id),
  check (stock_after = stock_before + change)
);
create index on stock_log (brand_id, inventory_id, id);
create index on stock_log (brand_id, order_id) where order_id is not null;

create table ticket (
  brand_id uuid not null,
  id uuid not null,
  store_id uuid not null,
  order_id uuid not null,
  station_id uuid,
  revision integer not null default 1,
  status text not null check (status in ('waiting', 'queued', 'preparing', 'ready', 'cancelled')),
  estimated_minutes integer not null default 0,
  release_at timestamptz,
  due_at timestamptz not null,
  queued_at timestamptz not null,
  started_at timestamptz,
  ready_at timestamptz,
  cancelled_at timestamptz,
  seen_at timestamptz,
  dismissed_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, order_id) references orders (brand_id, id),
  foreign key (brand_id, station_id) references station (brand_id, id),
  unique nulls not distinct (brand_id, order_id, station_id),
  check ((status = 'ready' and ready_at is not null) or status = 'cancelled' or ready_at is null),
  check ((status = 'cancelled') = (cancelled_at is not null))
) with (fillfactor = 80);
-- Starting a ticket touches no indexed column. A cancelled ticket stays on the board until the kitchen has dismissed it.
create index ticket_board on ticket (brand_id, store_id, queued_at) where ready_at is null and dismissed_at is null;
create index ticket_recent on ticket (brand_id, store_id, ready_at desc) where ready_at is not null;

create table ticket_line (
  brand_id uuid not null,
  ticket_id uuid not null,
  order_line_id uuid not null,
  quantity integer not null check (quantity > 0),
  previous_quantity integer,
  change text check (change in ('new', 'changed', 'void')),
  is_done boolean not null default false,
  done_at timestamptz,
  primary key (brand_id, ticket_id, order_line_id),
  foreign key (brand_id, ticket_id) references ticket (brand_id, id),
  foreign key (brand_id, order_line_id) references order_line (brand_id, id)
);
create index on ticket_line (brand_id, order_line_id);

create table delivery (
  brand_id uuid not null,
  id uuid not null,
  store_id uuid not null,
  order_id uuid not null,
  address text not null,
  status text not null check (status in ('pending', 'assigned', 'picked_up', 'delivered', 'cancelled')),
  driver_id text,
  fee integer not null default 0 check (fee >= 0),
  created_at timestamptz not null,
  assigned_at timestamptz,
  picked_up_at timestamptz,
  delivered_at timestamptz,
  cancelled_at timestamptz,
  primary key (brand_id, id),
  unique (brand_id, order_id),
  foreign key (brand_id, order_id) references orders (brand_id, id)
);
create index delivery_live on delivery (brand_id, store_id, created_at) where status in ('pending', 'assigned', 'picked_up');
create index delivery_ended on delivery (brand_id, store_id, coalesce(delivered_at, cancelled_at))
  where status in ('delivered', 'cancelled');

-- The demo bank's own books. It stands for a stranger's system: it knows our attempt only as a merchant's reference.
create table demo_charge (
  id uuid primary key,
  merchant_ref text not null unique,
  amount integer not null check (amount > 0),
  currency text not null,
  title text not null,
  lang text not null,
  return_url text not null,
  cancel_url text not null,
  callback_url text not null,
  callback_key text not null,
  status text not null check (status in ('pending', 'approved', 'declined', 'cancelled', 'expired')),
  refunded_amount integer not null default 0 check (refunded_amount between 0 and amount),
  approves_at timestamptz,
  silent_until timestamptz,
  created_at timestamptz not null,
  settled_at timestamptz
);

create table demo_refund (
  charge_id uuid not null references demo_charge (id),
  key text not null,
  id uuid not null,
  amount integer not null check (amount > 0),
  created_at timestamptz not null,
  primary key (charge_id, key)
);
