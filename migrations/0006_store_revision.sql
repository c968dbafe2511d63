-- A store has another revision whenever anything that its page says of it changes: its own row, its brand's, its hours, what it announces,
-- and the translations of these. Processes keep what they know of a store as long as the revision is the same. Taken from a sequence, so
-- that no number ever stands for two contents, not even after a rollback.

create sequence store_revision;
alter table store add column revision bigint not null default nextval('store_revision');

create function give_revision() returns trigger language plpgsql as $$
begin
  new.revision := nextval('store_revision');
  return new;
end $$;
create trigger store_revised before update on store for each row execute function give_revision();

create function revise_stores_of_brand() returns trigger language plpgsql as $$
begin
  update store set revision = default where brand_id = new.id;
  return null;
end $$;
create trigger brand_revised after update on brand for each row execute function revise_stores_of_brand();

create function revise_store() returns trigger language plpgsql as $$
declare
  changed record := coalesce(new, old);
begin
  update store set revision = default where brand_id = changed.brand_id and id = changed.store_id;
  return null;
end $$;
create trigger hours_revised after insert or update or delete on store_hours for each row execute function revise_store();
create trigger exception_revised after insert or update or delete on store_hours_exception
  for each row execute function revise_store();
create trigger announcement_revised after insert or update or delete on announcement for each row execute function revise_store();

create function revise_translated_store() returns trigger language plpgsql as $$
declare
  changed translation := coalesce(new, old);
begin
  update store s set revision = default where s.brand_id = changed.brand_id and (changed.subject_id in (s.brand_id, s.id)
    or exists (select from announcement a where a.brand_id = s.brand_id and a.id = changed.subject_id and a.store_id = s.id)
    or exists (select from store_hours_exception e where e.brand_id = s.brand_id and e.id = changed.subject_id and e.store_id = s.id));
  return null;
end $$;
create trigger translation_revised after insert or update or delete on translation
  for each row execute function revise_translated_store();
