import type { Tx } from '../../db/connect'
import { type CreateStoreRefusal, createStore, type NewStore } from '../brands/create-store'
import type { Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'
import { type KeyReused, once } from '../shared/once'
import { ok, type Result, refuse } from '../shared/result'
import { publishMenu } from './publish'

export type OpenStore = NewStore & { key: string; stations: string[] }
export type OpenStoreRefusal = CreateStoreRefusal | KeyReused | { reason: 'no_station' }

const stationMax = 12

/** Opens a store of the context's brand, once for each form, with its stations and an empty menu that is live: its page works at once. */
export function openStore(
  tx: Tx,
  ctx: Ctx,
  { key, stations, ...input }: OpenStore,
): Promise<Result<{ storeId: string }, OpenStoreRefusal>> {
  const { brandId } = ctx
  const body = { ...input, reserved: null, stations, brandId }
  return once(tx, ctx, { key, body }, async (): Promise<Result<{ storeId: string }, OpenStoreRefusal>> => {
    const names = stations
      .map((name) => name.trim().slice(0, 40))
      .filter((name) => name !== '')
      .slice(0, stationMax)
    if (names.length === 0) return refuse({ reason: 'no_station' })
    const created = await createStore(tx, ctx, input)
    if (!created.ok) return created
    const { storeId } = created.value
    await tx
      .insertInto('station')
      .values(names.map((name, position) => ({ brandId, id: newId(), storeId, name, position })))
      .execute()
    const name = Object.values(input.names).find((text) => text !== '') ?? ''
    await tx.insertInto('menu').values({ brandId, id: newId(), storeId, name, createdAt: ctx.now }).execute()
    const published = await publishMenu(tx, { ...ctx, storeId })
    if (!published.ok) throw new Error(`an empty menu is refused: ${published.refusal.reason}`)
    return ok({ storeId })
  })
}
