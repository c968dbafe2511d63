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

/** Where a staff member works: the store they name if they work there, else the first store of their grants, else the first store. */
export async function deskOf(c: C, storeId?: string): Promise<{ brandId: string; storeId: string }> {
  const { actor } = c.var
  if (storeId !== undefined) {
    const place = await storeOf(c, storeId)
    if (!worksAt(actor, place)) throw new NotFound()
    return place
  }
  const grant = actor.kind === 'person' ? actor.grants.find((g) => g.brandId !== null && g.storeId !== null) : undefined
  if (grant?.brandId && grant.storeId) return { brandId: grant.brandId, storeId: grant.storeId }
  return storeOf(c)
}
