import { sql } from 'kysely'
import { inTransaction } from '../../domain/shared/in-transaction'
import { ok } from '../../domain/shared/result'
import type { Db } from '../connect'
import { hashDemoPasswords, loadAccounts } from './accounts'
import { at } from './catalogue'
import { demoBrands } from './data'
import { demoPictures } from './demo-pictures'
import { loadBrand } from './load-brand'

/** Processes that start together on one database: one seeds, the others wait and find it done. */
const LOCK = 7_226_633

/**
 * Fills an empty installation with the demo: two brands, three stores, published menus, stock, and three accounts. Everything in
 * one transaction; does nothing where the demo (or any account or brand of its names) is already there.
 * @returns whether it was seeded now
 */
export async function seedDemo(db: Db, { now }: { now: Date }): Promise<boolean> {
  const brands = await demoBrands()
  const slugs = brands.map(({ slug }) => slug)
  if (await isSeeded(db, slugs)) return false
  const emoji = brands.flatMap(({ dishes }) => dishes.map((dish) => dish.emoji))
  const [pictures, hashes] = await Promise.all([demoPictures(emoji), hashDemoPasswords()])

  const seeded = await inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx)
    if (await isSeeded(tx, slugs)) return ok(false)
    const [noodles, tea] = brands
    const first = await loadBrand(tx, noodles, { now, pictures })
    const second = await loadBrand(tx, tea, { now, pictures })
    await loadAccounts(tx, hashes, {
      store: { brandId: first.brandId, storeId: at(first.stores, 'yongkang') },
      brandIds: [first.brandId, second.brandId],
    })
    return ok(true)
  })
  if (seeded.ok && seeded.value) await sql`analyze`.execute(db)
  return seeded.ok && seeded.value
}

async function isSeeded(db: Db, slugs: string[]): Promise<boolean> {
  const brand = await db.selectFrom('brand').select('id').where('slug', 'in', slugs).executeTakeFirst()
  const account = await db.selectFrom('account').select('id').where('isDemo', '=', true).executeTakeFirst()
  return Boolean(brand ?? account)
}
