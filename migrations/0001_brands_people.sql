-- Who sells (brands and their stores, with the hours they keep) and who uses Comanda (accounts, sessions, grants, customers).
-- Every tenant table leads its key with brand_id, so a row cannot point into another brand and the rows can be spread by brand.
-- Accounts, sessions and grants belong to people, not to a brand, and stand outside.

create table brand (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  name text not null check (length(name) between 1 and 80),
  description text not null default '',
  seal text not null check (length(seal) between 1 and 2),
  accent jsonb not null default '{}',
  currency text not null default 'TWD' check (currency ~ '^[A-Z]{3}$'),
  default_lang text not null default 'zh-Hant',
  languages text[] not null default '{zh-Hant,en}',
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table store (
  brand_id uuid not null references brand (id),
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  name text not null check (length(name) between 1 and 80),
  phone text not null default '',
  address text not null default '',
  time_zone text not null default 'Asia/Taipei',
  cutoff_minute integer not null default 240 check (cutoff_minute between 0 and 720),
  kitchen_start text not null default 'payment' check (kitchen_start in ('payment', 'acceptance')),
  auto_accept boolean not null default true,
  takes_dine_in boolean not null default true,
  takes_takeout boolean not null default true,
  takes_delivery boolean not null default false,
  takes_cash boolean not null default true,
  takes_online boolean not null default true,
  paused_until timestamptz,
  pause_reason text,
  last_order_minutes integer not null default 20 check (last_order_minutes between 0 and 240),
  prep_minutes integer not null default 15 check (prep_minutes between 0 and 240),
  delivery_minutes integer not null default 20 check (delivery_minutes between 0 and 240),
  delivery_fee integer not null default 0 check (delivery_fee >= 0),
  delivery_minimum integer not null default 0 check (delivery_minimum >= 0),
  service_charge_bp integer not null default 0 check (service_charge_bp between 0 and 3000),
  hold_minutes integer not null default 10 check (hold_minutes between 1 and 120),
  menu_version_id uuid,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (brand_id, id),
  unique (brand_id, slug)
);

-- One open interval of a weekday (0 = Sunday). Minutes from that day's midnight; an interval past midnight closes after 1440.
create table store_hours (
  brand_id uuid not null,
  id uuid not null,
  store_id uuid not null,
  weekday smallint not null check (weekday between 0 and 6),
  opens_minute integer not null check (opens_minute between 0 and 1439),
  closes_minute integer not null check (closes_minute > opens_minute and closes_minute <= opens_minute + 1440),
  primary key (brand_id, id),
  foreign key (brand_id, store_id) references store (brand_id, id) on delete cascade
);
create index on store_hours (brand_id, store_id, weekday);

-- A date that differs: closed all day (no minutes), or open for these minutes only.
create table store_hours_exception (
  brand_id uuid not null,
  id uuid not null,
  store_id uuid not null,
  day date not null,
  opens_minute integer check (opens_minute between 0 and 1439),
  closes_minute integer check (closes_minute > opens_minute and closes_minute <= opens_minute + 1440),
  reason text not null default '',
  primary key (brand_id, id),
  foreign key (brand_id, store_id) references store (brand_id, id) on delete cascade,
  check ((opens_minute is null) = (closes_minute is null))
);
create index on store_hours_exception (brand_id, store_id, day);

create table announcement (
  brand_id uuid not null,
  id uuid not null,
  store_id uuid not null,
  text text not null check (length(text) between 1 and 200),
  starts_at timestamptz,
  ends_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, store_id) references store (brand_id, id) on delete cascade
);
create index on announcement (brand_id, store_id);

create table account (
  id uuid primary key,
  username text check (username ~ '^[a-z0-9_.-]{2,40}$'),
  email text check (email = lower(email) and length(email) <= 254),
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  phone_verified_at timestamptz,
  password_hash text,
  pin_hash text,
  pin_tries integer not null default 0,
  name text not null default '' check (length(name) <= 80),
  lang text not null default 'zh-Hant',
  birth_date date,
  gender text check (gender in ('female', 'male', 'other')),
  notices jsonb not null default '{}',
  is_demo boolean not null default false,
  is_active boolean not null default true,
  last_sign_in_at timestamptz,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index account_username on account (username);
create unique index account_email on account (email);
create unique index account_phone on account (phone);

-- A shared tablet at a store. Its cookie holds a token, the table the SHA-256; worth nothing once revoked. People switch on it by PIN.
create table device (
  brand_id uuid not null,
  id uuid not null,
  store_id uuid not null,
  kind text not null check (kind in ('counter', 'kitchen')),
  name text not null check (length(name) between 1 and 40),
  token_hash text not null unique,
  paired_by uuid references account (id) on delete set null,
  paired_at timestamptz not null,
  last_seen_at timestamptz not null,
  revoked_at timestamptz,
  primary key (brand_id, id),
  foreign key (brand_id, store_id) references store (brand_id, id)
);
create index on device (brand_id, store_id);
create index on device (paired_by);

-- A tablet that waits to be let in: nobody's until its code is typed in an office, and gone then.
create table device_pairing (
  id uuid primary key,
  kind text not null check (kind in ('counter', 'kitchen')),
  token_hash text not null unique,
  code_hash text not null unique,
  expires_at timestamptz not null
);
create index on device_pairing (expires_at);

-- id is the SHA-256 of the token in the cookie: a copy of this table opens no door. One begun by PIN is bound to its tablet.
create table session (
  id text primary key,
  account_id uuid not null references account (id) on delete cascade,
  brand_id uuid,
  device_id uuid,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  browser text not null default '' check (length(browser) <= 200),
  address text not null default '' check (length(address) <= 64),
  foreign key (brand_id, device_id) references device (brand_id, id) on delete cascade,
  check ((brand_id is null) = (device_id is null))
);
create index on session (account_id);
create index on session (brand_id, device_id);

-- A person's address book.
create table account_address (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  label text not null default '' check (length(label) <= 40),
  address text not null check (length(address) between 1 and 300),
  is_default boolean not null default false,
  created_at timestamptz not null default now()
);
create index on account_address (account_id);
create unique index account_address_default on account_address (account_id) where is_default;

-- Who a person is elsewhere (LINE, Google): linked after proof, one account each.
create table account_identity (
  provider text not null check (provider in ('line', 'google')),
  subject text not null,
  account_id uuid not null references account (id) on delete cascade,
  name text not null default '' check (length(name) <= 80),
  created_at timestamptz not null default now(),
  primary key (provider, subject),
  unique (account_id, provider)
);

-- Somebody on their way to LINE or Google and back. What they took along (state) comes back once, in time, to the browser it was given
-- to; the nonce must stand in the proof, the verifier opens the code. A link is for the account that asked for it.
create table oauth_attempt (
  state_hash text primary key,
  provider text not null check (provider in ('line', 'google')),
  purpose text not null check (purpose in ('sign_in', 'link')),
  account_id uuid references account (id) on delete cascade,
  visitor text not null,
  back text,
  nonce text not null,
  verifier text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  check ((purpose = 'link') = (account_id is not null))
);
create index on oauth_attempt (account_id);
create index on oauth_attempt (expires_at);

-- A proof that LINE's app gave to a page: it counts for the browser that showed it first, until it runs out.
create table shown_id_token (
  token_hash text primary key,
  visitor text not null,
  expires_at timestamptz not null
);
create index on shown_id_token (expires_at);

-- A code sent to a phone: kept as a hash, for one purpose, burnt after five tries or by its use (R32).
create table verification_code (
  id uuid primary key,
  purpose text not null check (purpose in ('sign_up', 'reset', 'change_phone', 'link')),
  phone text not null,
  account_id uuid references account (id) on delete cascade,
  code_hash text not null,
  payload jsonb not null default '{}',
  tries integer not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index on verification_code (account_id);
create index on verification_code (expires_at);

-- What was handed to the SMS gateway, and what came of it. The text is not kept: it holds a code.
create table sms_message (
  id uuid primary key,
  phone text not null,
  gateway text not null,
  status text not null check (status in ('sending', 'sent', 'failed', 'unknown')),
  external_ref text,
  error text,
  created_at timestamptz not null default now(),
  settled_at timestamptz
);
create index on sms_message (created_at);

-- What a person may do where: boss everywhere, brand_admin in a brand, store_staff in a store with any of P1-P4 (R30).
create table staff_grant (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  role text not null check (role in ('boss', 'brand_admin', 'store_staff')),
  brand_id uuid references brand (id),
  store_id uuid,
  p1 boolean not null default false,
  p2 boolean not null default false,
  p3 boolean not null default false,
  p4 boolean not null default false,
  is_active boolean not null default true,
  created_by uuid references account (id),
  created_at timestamptz not null default now(),
  foreign key (brand_id, store_id) references store (brand_id, id),
  check ((role = 'boss' and brand_id is null and store_id is null)
      or (role = 'brand_admin' and brand_id is not null and store_id is null)
      or (role = 'store_staff' and brand_id is not null and store_id is not null)),
  unique nulls not distinct (account_id, role, brand_id, store_id)
);
create index on staff_grant (brand_id, store_id);
create index on staff_grant (created_by);

-- A place kept for somebody who is asked to work here: by link or by code, once, until it runs out.
create table staff_invitation (
  id uuid primary key,
  role text not null check (role in ('brand_admin', 'store_staff')),
  brand_id uuid not null references brand (id),
  store_id uuid,
  name text not null default '' check (length(name) <= 80),
  p1 boolean not null default false,
  p2 boolean not null default false,
  p3 boolean not null default false,
  p4 boolean not null default false,
  token_hash text not null unique,
  code_hash text not null unique,
  created_by uuid not null references account (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_by uuid references account (id) on delete set null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  foreign key (brand_id, store_id) references store (brand_id, id),
  check ((role = 'brand_admin') = (store_id is null))
);
create index on staff_invitation (brand_id, store_id);
create index on staff_invitation (created_by);
create index on staff_invitation (accepted_by);

-- What the boss sets for the whole installation.
create table setting (
  key text primary key,
  value jsonb not null,
  updated_by uuid references account (id) on delete set null,
  updated_at timestamptz not null default now()
);
create index on setting (updated_by);

-- A brand's customer, with or without a sign-in (R31).
create table customer (
  brand_id uuid not null references brand (id),
  id uuid not null,
  account_id uuid references account (id) on delete set null,
  name text not null default '' check (length(name) <= 80),
  phone text check (length(phone) <= 20),
  email text check (length(email) <= 254),
  note text not null default '',
  created_at timestamptz not null default now(),
  primary key (brand_id, id),
  unique (brand_id, account_id)
);
create index on customer (account_id);
create index on customer (brand_id, phone);

-- What the store should remember about a customer, each with who wrote it; the customer does not see it.
create table customer_note (
  brand_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  text text not null check (length(text) between 1 and 500),
  author text not null,
  created_at timestamptz not null default now(),
  primary key (brand_id, id),
  foreign key (brand_id, customer_id) references customer (brand_id, id) on delete cascade
);
create index on customer_note (brand_id, customer_id);

-- The first answer to a creating API call, given again when the call is repeated (R6).
create table idempotency (
  owner text not null,
  key text not null check (length(key) between 1 and 200),
  body_hash text not null,
  status integer,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (owner, key)
);
create index on idempotency (created_at);

-- Attempts counted in the database, so that a limit holds across processes.
create table rate_limit (
  key text primary key,
  count integer not null,
  resets_at timestamptz not null
);
create index on rate_limit (resets_at);
