import { storesList } from '../../domain/brands/queries'
import { readSettings } from '../../domain/settings/settings'
import { paths } from '../../views/paths'
import { BrandPage, HomePage } from '../../views/shop/home'
import { router } from '../kit/audience'
import { NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { speak } from '../kit/language'
import { showPage } from '../kit/show'

export const home = router()

home.get(paths.home.pattern, need('public'), async (c) => {
  const { db, now } = c.var.deps
  const [brands, settings] = await Promise.all([storesList(db, now()), readSettings(db)])
  return showPage(c, HomePage, { brands, settings })
})

home.get(paths.brand.pattern, need('public'), async (c) => {
  const { db, now } = c.var.deps
  const [brand] = await storesList(db, now(), c.req.param('brand'))
  const [store] = brand?.stores ?? []
  if (!brand || !store) throw new NotFound()
  speak(c, store)
  return showPage(c, BrandPage, { brand })
})
