-- Who did what (R33). Rows here, in the stock log and in the status history are facts: the database refuses to change or remove them.

create table audit_log (
  id uuid primary key,
  at timestamptz not null,
  account_id uuid,
  actor text not null,
  brand_id uuid,
  store_id uuid,
  device_id uuid,
  action text not null,
  subject_id text,
  before jsonb,
  after jsonb,
  request_id text
);
create index on audit_log (brand_id, store_id, at, id);
create index on audit_log (brand_id, at, id);
create index on audit_log (account_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger audit_log_append_only before update or delete on audit_log for each row execute function refuse_change();
create trigger stock_log_append_only before update or delete on stock_log for each row execute function refuse_change();
create trigger order_status_history_append_only before update or delete on order_status_history for each row execute function refuse_change();

-- Menu versions never change: orders and caches rely on it.
create trigger menu_version_frozen before update or delete on menu_version for each row execute function refuse_change();
