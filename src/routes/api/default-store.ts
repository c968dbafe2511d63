import { storeById } from '../../domain/brands/store-by-id'
import { worksAt } from '../../domain/people/may'
import { ApiProblem } from '../kit/api-problem'
import type { C } from '../kit/context'
import { NotFound } from '../kit/errors'
import { isId } from './place'

/** The store a call names, else the first one. An unknown store_id is a 422 on that field; no store at all is 404. */
export async function storeOf(c: C, storeId?: string): Promise<{ brandId: string; storeId: string }> {
  const place = storeId === undefined || isId(storeId) ? await storeById(c.var.deps.db, storeId) : null
  if (place) return place
  if (storeId === undefined) throw new NotFound()
  throw new ApiProblem({ status: 422, code: 'store_unknown', errors: [{ path: 'store_id', message: 'no such store' }] })
}

/**
 * Where a staff member works: the store they name if they work there, else the first store of their grants, else the first of the brand
 * they mind, else (the boss) the first of all. 404 for whoever works nowhere, or at a brand without a store.
 */
export async function deskOf(c: C, storeId?: string): Promise<{ brandId: string; storeId: string }> {
  const { actor, deps } = c.var
  if (storeId !== undefined) {
    const place = await storeOf(c, storeId)
    if (!worksAt(actor, place)) throw new NotFound()
    return place
  }
  const grants = actor.kind === 'person' ? actor.grants : []
  const own = grants.find((grant) => grant.role === 'store_staff')
  if (own?.brandId && own.storeId) return { brandId: own.brandId, storeId: own.storeId }
  const minded = grants.find((grant) => grant.role === 'brand_admin')
  const place = await storeById(deps.db, undefined, minded?.brandId ?? undefined)
  if (!place || !worksAt(actor, place)) throw new NotFound()
  return place
}
