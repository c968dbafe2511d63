import type { Db } from '../../../src/db/connect'
import { newId } from '../../../src/domain/shared/ids'
import { aBrand, aDish, aMenu, anOptionCategory, aStore, counted, type Store } from '../../support/world'

/** Noodles (180, hot kitchen) want a kind of noodle; salad (60, cold) and tea (30, nobody cooks it) do not ask. */
export type NoodleShop = Store & { noodles: string; salad: string; tea: string; thin: string; knifeCut: string }

let count = 0

/** A shop of one test's own, open day and night, where the demo's staff work too. */
export async function aNoodleShop(db: Db, set: Record<string, unknown> = {}): Promise<NoodleShop> {
  const store = await aStore(db, await aBrand(db, { name: `阿芳小吃 ${++count}-${process.pid}`, seal: '芳' }), {
    name: '本店',
    deliveryFee: 50,
    ...set,
  })
  const kind = await anOptionCategory(db, store, {
    name: '麵條',
    min: 1,
    options: [{ name: '細麵' }, { name: '刀削麵', price: 10 }],
  })
  const noodles = await aDish(db, store, { name: '牛肉麵', price: 180, groups: [kind.id] })
  const salad = await aDish(db, store, { name: '小黃瓜', price: 60 })
  const tea = await aDish(db, store, { name: '紅茶', price: 30 })
  await aMenu(db, store, [
    { name: '麵', stationId: store.stationId, dishes: [noodles] },
    { name: '小菜', stationId: store.coldId, dishes: [salad] },
    { name: '飲料', stationId: null, dishes: [tea] },
  ])
  await hire(db, store)
  const [thin = '', knifeCut = ''] = kind.optionIds
  return { ...store, noodles, salad, tea, thin, knifeCut }
}

/** The demo's staff account gets counter, stock and office of this store too. */
async function hire(db: Db, { brandId, storeId }: Store): Promise<void> {
  const { id } = await db.selectFrom('account').select('id').where('username', '=', 'staff').executeTakeFirstOrThrow()
  await db
    .insertInto('staffGrant')
    .values({ id: newId(), accountId: id, role: 'store_staff', brandId, storeId, p1: true, p2: true, p3: true })
    .execute()
}

export { counted }
