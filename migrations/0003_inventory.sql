-- What is left. One row per store and dish (or option) that is counted or can be switched off; the log holds every movement,
-- so that the sum of its changes is always the balance (R22-R26).

create table inventory (
  brand_id uuid not null,
  id uuid not null,
  store_id uuid not null,
  dish_id uuid,
  option_id uuid,
  subject_id uuid not null generated always as (coalesce(dish_id, option_id)) stored,
  is_tracked boolean not null default false,
  total_stock integer not null default 0 check (total_stock >= 0),
  has_online_quota boolean not null default false,
  available_stock integer not null default 0 check (available_stock >= 0),
  alert_level integer not null default 0 check (alert_level >= 0),
  target_level integer not null default 0 check (target_level >= 0),
  is_stopped boolean not null default false,
  is_sold_out boolean not null generated always as (is_stopped or (is_tracked and total_stock = 0)) stored,
  refreshed_on date,
  updated_at timestamptz not null default now(),
  primary key (brand_id, id),
  foreign key (brand_id, store_id) references store (brand_id, id),
  foreign key (brand_id, dish_id) references dish (brand_id, id),
  foreign key (brand_id, option_id) references option (brand_id, id),
  check ((dish_id is null) <> (option_id is null))
) with (fillfactor = 70);
create unique index inventory_subject on inventory (brand_id, store_id, subject_id);
