import type { Tx } from '../../db/connect'
import { audit } from '../audit/record'
import { accountOf, type Ctx, type Texts } from '../shared/ctx'
import { newId } from '../shared/ids'
import { announce } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { readMenu } from './read-menu'

export type PublishRefusal =
  | { reason: 'not_found' }
  | { reason: 'no_menu' }
  /** Categories sent to a station that this store does not have (R34). */
  | { reason: 'unroutable'; categories: { id: string; name: Texts }[] }
  /** Required groups with fewer options than must be chosen: their dishes could never be ordered. */
  | { reason: 'impossible_options'; groups: { id: string; name: Texts }[] }

/**
 * Freezes the store's menu as it stands into a new version and makes it the live one; open pages hear of it.
 * A category without a station sends no ticket, by choice; one of another store's stations is refused.
 */
export async function publishMenu(
  tx: Tx,
  ctx: Ctx,
  _input: Record<never, never> = {},
): Promise<Result<{ versionId: string; number: number }, PublishRefusal>> {
  const { brandId, storeId } = ctx
  const store = await tx
    .selectFrom('store')
    .select('id')
    .where('brandId', '=', brandId)
    .where('id', '=', storeId)
    .forUpdate()
    .executeTakeFirst()
  if (!store) return refuse({ reason: 'not_found' })
  const menu = await readMenu(tx, { brandId, storeId })
  if (!menu) return refuse({ reason: 'no_menu' })
  if (menu.unroutable.length > 0) return refuse({ reason: 'unroutable', categories: menu.unroutable })
  const groups = Object.values(menu.content.optionCategories).filter((group) => group.options.length < group.min)
  if (groups.length > 0)
    return refuse({ reason: 'impossible_options', groups: groups.map(({ id, name }) => ({ id, name })) })

  const last = await tx
    .selectFrom('menuVersion')
    .select((q) => q.fn.max('number').as('number'))
    .where('brandId', '=', brandId)
    .where('storeId', '=', storeId)
    .executeTakeFirst()
  const versionId = newId()
  const number = (last?.number ?? 0) + 1
  const content = JSON.stringify(menu.content)
  const signed = { publishedAt: ctx.now, publishedBy: accountOf(ctx.actor) }
  await tx
    .insertInto('menuVersion')
    .values({ brandId, id: versionId, storeId, number, content, ...signed })
    .execute()
  await tx
    .updateTable('store')
    .set({ menuVersionId: versionId, updatedAt: ctx.now })
    .where('brandId', '=', brandId)
    .where('id', '=', storeId)
    .execute()
  await audit(tx, ctx, { action: 'menu.publish', subjectId: versionId, after: { number } })
  announce(tx, `store:${storeId}:menu`)
  return ok({ versionId, number })
}
