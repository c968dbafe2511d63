import { brandAccent, brandAccents } from '../../domain/brands/queries'
import type { Accent } from '../../domain/brands/store-view'
import { paths } from '../../views/paths'
import { everyBrand } from '../../views/ui/accent'
import { router } from '../kit/audience'
import { NotFound } from '../kit/errors'
import { need } from '../kit/guard'

export const accent = router()

const forever = 'public, max-age=31536000, immutable'

/** A brand's colours as a stylesheet, kept by browsers: its URL changes with them. */
accent.get(paths.accent.pattern, need('public'), async (c) => {
  const slug = c.req.param('brand')
  const css = slug === everyBrand ? await allCss(c.var.deps.db) : await oneCss(c.var.deps.db, slug)
  return c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': forever })
})

async function oneCss(db: Parameters<typeof brandAccent>[0], slug: string): Promise<string> {
  const found = await brandAccent(db, slug)
  if (!found) throw new NotFound()
  return rule(':root', found)
}

/** Each brand's own colours, for the parts of a page that are about it. */
async function allCss(db: Parameters<typeof brandAccents>[0]): Promise<string> {
  const all = await brandAccents(db)
  return all.map(({ slug, accent: colours }) => rule(`.accent[data-brand="${slug}"]`, colours)).join('\n')
}

/** A colour and nothing else: the value goes into a stylesheet as it is. */
const isColour = (text: string | undefined): text is string =>
  text !== undefined && /^(#[0-9a-f]{3,8}|[a-z]{3,12}\([\d\s.,%/+-]*\)|[a-z]{3,24})$/i.test(text)

function rule(selector: string, { brand, fill, ink, tint }: Accent): string {
  const values = { '--brand': brand, '--brand-fill': fill, '--brand-ink': ink, '--brand-tint': tint }
  const set = Object.entries(values).flatMap(([name, value]) => (isColour(value) ? [`${name}:${value}`] : []))
  return set.length > 0 ? `${selector}{${set.join(';')}}` : ''
}
