import { type AnyBrand, allBrands } from '../../domain/brands/all-brands'
import { editStore } from '../../domain/brands/edit-store'
import { forgetPlaces } from '../../domain/brands/queries'
import { openStore } from '../../domain/menu/open-store'
import { paths } from '../../views/paths'
import type { TypedStore } from '../../views/platform/store-form'
import { type StoreErrors, storeErrors } from '../../views/platform/store-words'
import { storesScreen } from '../../views/platform/stores'
import { router } from '../kit/audience'
import { type C, ctxOf } from '../kit/context'
import { NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { idParam, idQuery } from '../kit/params'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'
import { blankStore, hoursOf, inputOf, stationsOf, storeForm, typedFrom } from './store-form'

export const stores = router()

stores.get(paths.platformStores.pattern, need('platform.manage'), async (c) => answer(c, await load(c), null))
stores.get(paths.platformNewStore.pattern, need('platform.manage'), async (c) =>
  answer(c, await load(c), { storeId: null }),
)
stores.get(paths.platformStore.pattern, need('platform.manage'), async (c) =>
  answer(c, await load(c), { storeId: idParam(c, 'id') }),
)

stores.post(paths.platformStores.pattern, need('platform.manage'), async (c) => {
  const fields = storeForm.parse(await c.req.parseBody({ all: true }))
  const { key = '', brand: brandId } = fields
  const again = async (errors: StoreErrors) =>
    answer(c, await load(c), { storeId: null, typed: fields, errors, formKey: key })
  if (key === '') return again(storeErrors(c.var.t, { reason: 'key_reused' }))
  if (brandId === '') return again(storeErrors(c.var.t, { reason: 'not_found' }))
  const input = {
    ...inputOf(fields),
    key,
    weekdays: fields.weekdays,
    hours: hoursOf(fields),
    stations: stationsOf(fields),
  }
  const result = await run(c, openStore, input, ctxOf(c, { brandId, storeId: '' }))
  return result.ok ? saved(c, result.value.storeId) : again(storeErrors(c.var.t, result.refusal))
})

stores.post(paths.platformStore.pattern, need('platform.manage'), async (c) => {
  const storeId = idParam(c, 'id')
  const fields = storeForm.parse(await c.req.parseBody({ all: true }))
  const all = await load(c)
  const brand = brandOf(all, storeId)
  const result = await run(c, editStore, inputOf(fields), ctxOf(c, { brandId: brand.id, storeId }))
  if (result.ok) return saved(c, storeId)
  return answer(c, all, { storeId, typed: fields, errors: storeErrors(c.var.t, result.refusal) })
})

function saved(c: C, id: string): Response {
  forgetPlaces(c.var.deps.db)
  return goTo(c, paths.platformStore.href({ id }, { saved: 1 }))
}

const load = (c: C) => allBrands(c.var.deps.db, c.var.deps.now())

function brandOf(all: readonly AnyBrand[], storeId: string): AnyBrand {
  const brand = all.find((it) => it.stores.some(({ id }) => id === storeId))
  if (!brand) throw new NotFound()
  return brand
}

type Open = { storeId: string | null; typed?: TypedStore; errors?: StoreErrors; formKey?: string }

function answer(c: C, brands: AnyBrand[], open: Open | null): Response {
  if (!open) return show(c, storesScreen, { brands, open: null })
  const { storeId, errors = {}, formKey } = open
  const brand = storeId ? brandOf(brands, storeId) : null
  const store = brand?.stores.find(({ id }) => id === storeId) ?? null
  const blank = () => blankStore(idQuery(c, 'brand') ?? brands[0]?.id ?? '', c.var.t('platform.store.first_station'))
  const typed = open.typed ?? (brand && store ? typedFrom(brand, store) : blank())
  const form = { brands, brand, store, typed, errors, formKey, isSaved: c.req.query('saved') === '1' }
  return show(c, storesScreen, { brands, open: form }, open.errors ? 422 : 200)
}
