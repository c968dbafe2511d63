import { brandStores } from '../../domain/brands/brand-stores'
import { stuckCount } from '../../domain/orders/saga/stuck'
import { storesScreen } from '../../views/office/stores'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { ctxOf } from '../kit/context'
import { need } from '../kit/guard'
import { show } from '../kit/show'
import { frameOf } from './frame'

export const stores = router()

stores.get(paths.officeStores.pattern, need('brand.manage'), async (c) => {
  const { deps, place } = c.var
  const ctx = ctxOf(c)
  const found = await brandStores(deps.db, ctx, place, stuckCount(ctx))
  return show(c, storesScreen, {
    frame: frameOf(c, found.beside),
    stores: found.stores,
    defaultLang: place.defaultLang,
  })
})
