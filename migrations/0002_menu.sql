-- What is sold. A brand owns dishes and options; a store arranges them into a menu; publishing freezes that menu into a version.
-- Customers, prices and order lines read versions only, so an edit never changes a page half-way (R10, R11).

-- A picture as pages name it: file_name comes from its content, widths are the sizes that exist.
create table picture (
  brand_id uuid not null references brand (id),
  id uuid not null,
  file_name text not null check (file_name ~ '^[0-9a-f]{20}$'),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  widths integer[] not null check (cardinality(widths) between 1 and 3),
  is_cutout boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (brand_id, id),
  unique (brand_id, file_name)
);
create index on picture (file_name);

-- The bytes, kept here so that every process can serve them; an object store may take their place behind the same URLs.
create table picture_file (
  brand_id uuid not null,
  picture_id uuid not null,
  width integer not null check (width > 0),
  format text not null check (format in ('avif', 'webp')),
  bytes bytea not null,
  primary key (brand_id, picture_id, width, format),
  foreign key (brand_id, picture_id) references picture (brand_id, id) on delete cascade
);

-- The picture a brand shows of itself.
create table brand_picture (
  brand_id uuid primary key references brand (id),
  picture_id uuid not null,
  foreign key (brand_id, picture_id) references picture (brand_id, id)
);

create table dish (
  brand_id uuid not null references brand (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  description text not null default '' check (length(description) <= 500),
  base_price integer not null check (base_price between 0 and 10000000),
  picture_id uuid,
  plate text not null default 'rice' check (plate in ('rice', 'soy', 'chili', 'egg', 'leaf', 'sea', 'yam')),
  is_drink boolean not null default false,
  tags text[] not null default '{}',
  allergens text[] not null default '{}',
  origin text not null default '',
  is_archived boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (brand_id, id),
  foreign key (brand_id, picture_id) references picture (brand_id, id)
);

create table option_category (
  brand_id uuid not null references brand (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  input_type text not null check (input_type in ('single', 'multiple')),
  min_choices integer not null default 0 check (min_choices >= 0),
  max_choices integer not null default 1 check (max_choices >= 1 and max_choices >= min_choices),
  primary key (brand_id, id),
  check (input_type = 'multiple' or max_choices = 1)
);

create table option (
  brand_id uuid not null,
  id uuid not null,
  option_category_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  price_delta integer not null default 0 check (price_delta between -10000000 and 10000000),
  ref_dish_id uuid,
  is_default boolean not null default false,
  tags text[] not null default '{}',
  allergens text[] not null default '{}',
  position integer not null default 0,
  is_archived boolean not null default false,
  primary key (brand_id, id),
  foreign key (brand_id, option_category_id) references option_category (brand_id, id) on delete cascade,
  foreign key (brand_id, ref_dish_id) references dish (brand_id, id)
);
create index on option (brand_id, option_category_id);

create table dish_option_category (
  brand_id uuid not null,
  dish_id uuid not null,
  option_category_id uuid not null,
  position integer not null default 0,
  primary key (brand_id, dish_id, option_category_id),
  foreign key (brand_id, dish_id) references dish (brand_id, id) on delete cascade,
  foreign key (brand_id, option_category_id) references option_category (brand_id, id) on delete cascade
);
create index on dish_option_category (brand_id, option_category_id);

-- Where a category is cooked; a category without one (bottled drinks) sends no ticket (R34).
create table station (
  brand_id uuid not null,
  id uuid not null,
  store_id uuid not null,
  name text not null check (length(name) between 1 and 40),
  position integer not null default 0,
  primary key (brand_id, id),
  foreign key (brand_id, store_id) references store (brand_id, id)
);
create index on station (brand_id, store_id);

create table menu (
  brand_id uuid not null,
  id uuid not null,
  store_id uuid not null,
  name text not null,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (brand_id, id),
  foreign key (brand_id, store_id) references store (brand_id, id)
);
create index on menu (brand_id, store_id);

create table menu_category (
  brand_id uuid not null,
  id uuid not null,
  menu_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  station_id uuid,
  position integer not null default 0,
  primary key (brand_id, id),
  foreign key (brand_id, menu_id) references menu (brand_id, id) on delete cascade,
  foreign key (brand_id, station_id) references station (brand_id, id)
);
create index on menu_category (brand_id, menu_id);

create table menu_item (
  brand_id uuid not null,
  id uuid not null,
  menu_category_id uuid not null,
  dish_id uuid not null,
  price integer check (price between 0 and 10000000),
  position integer not null default 0,
  is_hidden boolean not null default false,
  primary key (brand_id, id),
  unique (brand_id, menu_category_id, dish_id),
  foreign key (brand_id, menu_category_id) references menu_category (brand_id, id) on delete cascade,
  foreign key (brand_id, dish_id) references dish (brand_id, id)
);
create index on menu_item (brand_id, dish_id);

-- A text of a dish, option, category, store… in another language than the brand's own.
create table translation (
  brand_id uuid not null references brand (id),
  subject_id uuid not null,
  field text not null,
  lang text not null,
  text text not null,
  primary key (brand_id, subject_id, field, lang)
);

-- A published menu, whole and unchanging.
create table menu_version (
  brand_id uuid not null,
  id uuid not null,
  store_id uuid not null,
  number integer not null check (number > 0),
  content jsonb not null,
  published_at timestamptz not null default now(),
  published_by uuid references account (id),
  primary key (brand_id, id),
  unique (brand_id, store_id, number),
  foreign key (brand_id, store_id) references store (brand_id, id)
);

alter table store add foreign key (brand_id, menu_version_id) references menu_version (brand_id, id);
