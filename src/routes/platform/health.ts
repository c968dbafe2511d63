import { allBrands } from '../../domain/brands/all-brands'
import { stuckEverywhere } from '../../domain/orders/saga/stuck-everywhere'
import { healthOf } from '../../domain/outbox/health'
import { paths } from '../../views/paths'
import { healthScreen } from '../../views/platform/health'
import { router } from '../kit/audience'
import { need } from '../kit/guard'
import { openStreams } from '../kit/metrics'
import { show } from '../kit/show'

export const health = router()

health.get(paths.platformHealth.pattern, need('platform.manage'), async (c) => {
  const { db, now, obstacle } = c.var.deps
  const begun = performance.now()
  const found = await healthOf(db)
  const ms = Math.round(performance.now() - begun)
  const [stuck, brands, why, streams] = await Promise.all([
    stuckEverywhere(db, now()),
    allBrands(db, now()),
    obstacle(),
    openStreams.get(),
  ])
  const stores = brands.flatMap((brand) => brand.stores.map((store) => ({ brand, store })))
  const stuckStores = stuck.flatMap(({ storeId, count }) => {
    const at = stores.find(({ store }) => store.id === storeId)
    return at ? [{ ...at, count }] : []
  })
  const streamCount = streams.values[0]?.value ?? 0
  return show(c, healthScreen, { health: found, ms, isMigrated: why === null, stuckStores, streamCount })
})
