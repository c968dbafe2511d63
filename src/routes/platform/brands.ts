import { type AnyBrand, allBrands } from '../../domain/brands/all-brands'
import { createBrand } from '../../domain/brands/create-brand'
import { editBrand } from '../../domain/brands/edit-brand'
import { forgetPlaces } from '../../domain/brands/queries'
import { type DerivedPicture, derivePicture } from '../../domain/menu/pictures'
import { setBrandPicture } from '../../domain/menu/set-brand-picture'
import { takingsOf } from '../../domain/orders/takings'
import { paths } from '../../views/paths'
import type { TypedBrand } from '../../views/platform/brand-form'
import { type BrandErrors, brandErrors } from '../../views/platform/brand-words'
import { brandsScreen } from '../../views/platform/brands'
import { router } from '../kit/audience'
import { type C, ctxOf } from '../kit/context'
import { NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'
import { type BrandFields, blankBrand, brandForm, inputOf, lookOf, typedFrom, typedOf } from './brand-form'

export const brands = router()

brands.get(paths.platformBrands.pattern, need('platform.manage'), async (c) => answer(c, await load(c), null))
brands.get(paths.platformNewBrand.pattern, need('platform.manage'), async (c) =>
  answer(c, await load(c), { brand: null }),
)
brands.get(paths.platformBrand.pattern, need('platform.manage'), async (c) => {
  const all = await load(c)
  return answer(c, all, { brand: brandIn(all, idParam(c, 'id')) })
})

brands.post(paths.platformBrands.pattern, need('platform.manage'), async (c) => {
  const fields = brandForm.parse(await c.req.parseBody({ all: true }))
  const { defaultLang, key = '' } = fields
  const again = async (errors: BrandErrors) =>
    answer(c, await load(c), { brand: null, typed: typedOf(fields), errors, formKey: key })
  const picture = await pictureOf(fields)
  if (picture === 'bad') return again(brandErrors(c.var.t, { reason: 'picture_bad' }))
  if (key === '') return again(brandErrors(c.var.t, { reason: 'key_reused' }))
  const result = await run(c, createBrand, { ...inputOf(fields), key, defaultLang }, nowhere(c))
  if (!result.ok) return again(brandErrors(c.var.t, result.refusal))
  return saved(c, result.value.brandId, picture)
})

brands.post(paths.platformBrand.pattern, need('platform.manage'), async (c) => {
  const id = idParam(c, 'id')
  const fields = brandForm.parse(await c.req.parseBody({ all: true }))
  const again = async (errors: BrandErrors) => {
    const all = await load(c)
    return answer(c, all, { brand: brandIn(all, id), typed: typedOf(fields), errors })
  }
  const picture = await pictureOf(fields)
  if (picture === 'bad') return again(brandErrors(c.var.t, { reason: 'picture_bad' }))
  const result = await run(c, editBrand, inputOf(fields), nowhere(c, id))
  if (result.ok) return saved(c, id, picture)
  if (result.refusal.reason === 'not_found') throw new NotFound()
  return again(brandErrors(c.var.t, result.refusal))
})

async function saved(c: C, brandId: string, picture: DerivedPicture | null): Promise<Response> {
  if (picture) await run(c, setBrandPicture, { picture }, nowhere(c, brandId))
  forgetPlaces(c.var.deps.db)
  return goTo(c, paths.platformBrand.href({ id: brandId }, { saved: 1 }))
}

/** A context for acts on the whole installation, or on one brand of it. */
const nowhere = (c: C, brandId = '') => ctxOf(c, { brandId, storeId: '' })

const load = (c: C) => allBrands(c.var.deps.db, c.var.deps.now())

function brandIn(all: readonly AnyBrand[], id: string): AnyBrand {
  const brand = all.find((it) => it.id === id)
  if (!brand) throw new NotFound()
  return brand
}

async function pictureOf({ picture }: BrandFields): Promise<DerivedPicture | 'bad' | null> {
  if (!picture || picture.size === 0) return null
  const derived = await derivePicture(Buffer.from(await picture.arrayBuffer()))
  return derived.ok ? derived.value : 'bad'
}

type Open = { brand: AnyBrand | null; typed?: TypedBrand; errors?: BrandErrors; formKey?: string }

async function answer(c: C, all: AnyBrand[], open: Open | null): Promise<Response> {
  const stores = all.flatMap((brand) => brand.stores.map(({ id, day }) => ({ id, day, brandId: brand.id })))
  const takings = await takingsOf(c.var.deps.db, stores)
  if (!open) return show(c, brandsScreen, { brands: all, takings, open: null })
  const { brand, errors = {}, formKey } = open
  const typed = open.typed ?? (brand ? typedFrom(brand) : blankBrand)
  const form = {
    brand,
    typed,
    errors,
    formKey,
    look: lookOf(typed.colour, brand),
    isSaved: c.req.query('saved') === '1',
  }
  return show(c, brandsScreen, { brands: all, takings, open: form }, open.errors ? 422 : 200)
}
