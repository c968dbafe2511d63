import type { Db } from '../../db/connect'
import type { MenuContent } from './content'

/** Published menus never change, so a process keeps the ones in use; the least recently used leave first. */
const kept = new Map<string, Promise<MenuContent>>()
const keptMax = 200

/** The content of a published menu, shared and not to be changed. Throws when there is no such version. */
export function menuVersion(db: Db, brandId: string, versionId: string): Promise<MenuContent> {
  const key = `${brandId}/${versionId}`
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const loading = load(db, brandId, versionId)
  loading.catch(() => kept.delete(key))
  kept.set(key, loading)
  const oldest = kept.keys().next().value
  if (kept.size > keptMax && oldest) kept.delete(oldest)
  return loading
}

async function load(db: Db, brandId: string, versionId: string): Promise<MenuContent> {
  const row = await db
    .selectFrom('menuVersion')
    .select('content')
    .where('brandId', '=', brandId)
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow()
  const content = row.content as unknown as MenuContent
  // Ids come from requests: one like 'constructor' must find nothing.
  Object.setPrototypeOf(content.dishes, null)
  Object.setPrototypeOf(content.optionCategories, null)
  return content
}
