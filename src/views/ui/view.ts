import { createContext, useContext } from 'hono/jsx'
import type { Lang } from '../../domain/shared/ctx'
import type { T } from './words'

/** What every component may ask for: words, language, assets, and who is reading. Given by the route's `show`. */
export type View = {
  t: T
  lang: Lang
  /** What this page can be read in. */
  languages: readonly Lang[]
  /** The instant the page is rendered. */
  now: Date
  /** URL of a built file by its plain name: app.css -> /static/app-3f2a.css */
  asset: (name: string) => string
  /** A fresh idempotency key for a form. */
  newKey: () => string
  /** Path and query of this page: for language links and the way back after sign-in. */
  here: string
  reader: { name: string; isStaff: boolean } | null
  /** The name of the paired tablet this is read on. */
  tablet: string | null
}

export const ViewContext = createContext<View | null>(null)

/** The view of the page being rendered; only inside a component shown by `show`. */
export function useView(): View {
  const view = useContext(ViewContext)
  if (!view) throw new Error('useView outside a shown page')
  return view
}
