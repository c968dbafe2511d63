import { deriveAccent, palette } from '../../domain/brands/accent'
import { allBrands } from '../../domain/brands/all-brands'
import { cssOf, readColour } from '../../domain/brands/colour'
import { paths } from '../../views/paths'
import { BrandLookPanel } from '../../views/platform/brand-look'
import { router } from '../kit/audience'
import { need } from '../kit/guard'
import { idQuery } from '../kit/params'
import { showPage } from '../kit/show'
import { brandForm, lookOf, typedOf } from './brand-form'

export const accent = router()

/** The form's colour tried out: what guests would see and how well it reads. */
accent.get(paths.platformAccent.pattern, need('platform.manage'), async (c) => {
  const typed = typedOf(brandForm.parse(c.req.query()))
  const id = idQuery(c, 'brand')
  const all = id ? await allBrands(c.var.deps.db, c.var.deps.now()) : []
  const brand = all.find((it) => it.id === id) ?? null
  return showPage(c, BrandLookPanel, { id: brand?.id ?? null, typed, look: lookOf(typed.colour, brand) })
})

/** The colours of a draft and of the swatches, as a stylesheet: pages set no style of their own. */
accent.get(paths.platformAccentCss.pattern, need('platform.manage'), (c) => {
  const { brand, fill, ink, tint } = deriveAccent(readColour(c.req.query('colour') ?? '') ?? palette.tomato).accent
  const swatches = Object.entries(palette).map(
    ([name, colour]) => `.swatch[data-pick="${name}"]{--brand:${cssOf(colour)}}`,
  )
  const draft = `.draft{--brand:${brand};--brand-fill:${fill};--brand-ink:${ink};--brand-tint:${tint}}`
  return c.body([draft, ...swatches].join('\n'), 200, {
    'Content-Type': 'text/css; charset=utf-8',
    'Cache-Control': 'private, max-age=86400',
  })
})
