import { sql } from 'kysely'
import type { Lang } from '../shared/ctx'
import { nameIn } from '../shared/name-in'

/** What entry `l` of the log was about, by its name today. The first word of the action says where the id points. */
export const subjectName = (lang: Lang) => sql<string | null>`(
  case when l.subject_id !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then l.subject_id else
  case split_part(l.action, '.', 1)
    when 'pin' then (select coalesce(nullif(a.name, ''), a.username, a.email) from account a where a.id = l.subject_id::uuid)
    when 'dish' then (select ${nameIn(lang, 'd')} from dish d where d.brand_id = l.brand_id and d.id = l.subject_id::uuid)
    when 'stock' then (select coalesce(${nameIn(lang, 'd')}, ${nameIn(lang, 'o')}) from inventory i
      left join dish d on d.brand_id = i.brand_id and d.id = i.dish_id
      left join option o on o.brand_id = i.brand_id and o.id = i.option_id
      where i.brand_id = l.brand_id and i.id = l.subject_id::uuid)
    when 'menu' then (select m.name from menu_version v join menu m on m.brand_id = v.brand_id and m.store_id = v.store_id
      where v.brand_id = l.brand_id and v.id = l.subject_id::uuid limit 1)
    when 'customer' then (select c.name from customer c where c.brand_id = l.brand_id and c.id = l.subject_id::uuid)
    when 'staff' then (select coalesce(nullif(a.name, ''), a.username, a.email) from account a where a.id = l.subject_id::uuid)
    when 'invitation' then (select v.name from staff_invitation v where v.id = l.subject_id::uuid)
    when 'device' then (select v.name from device v where v.brand_id = l.brand_id and v.id = l.subject_id::uuid)
    when 'store' then (select ${nameIn(lang, 's')} from store s where s.brand_id = l.brand_id and s.id = l.subject_id::uuid)
    when 'brand' then (select ${nameIn(lang, 'b')} from brand b where b.id = l.subject_id::uuid)
    else (select coalesce(o.order_date_code || '-' || lpad(o.sequence::text, 3, '0'), '') from orders o
      where o.brand_id = l.brand_id and o.id = l.subject_id::uuid)
  end end)`
