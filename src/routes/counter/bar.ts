import { counterBar } from '../../domain/orders/queue'
import { Bar, type BarProps, type Tab } from '../../views/counter/bar'
import type { Speech } from '../../views/counter/words'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { type C, ctxOf, wantsFragment } from '../kit/context'
import { need } from '../kit/guard'
import { showPage } from '../kit/show'
import { stream } from '../kit/stream'

export const bar = router()

/** The bar of a page that does not know by itself what rings. */
export async function barOf(c: C, tab: Tab | null): Promise<BarProps> {
  return { place: c.var.place, tab, ...(await counterBar(c.var.deps.db, ctxOf(c))) }
}

/** The same for a page with a panel: asked for alone, the panel comes under a bar that is there already. */
export const barAbove = async (c: C, tab: Tab | null): Promise<BarProps> =>
  wantsFragment(c) ? { place: c.var.place, tab, ringing: [], pausedUntil: null, pauseReason: null } : barOf(c, tab)

/** How refusals are put into words here. */
export const speechOf = ({ var: { t, lang, place } }: C): Speech => ({
  t,
  lang,
  timeZone: place.timeZone,
  currency: place.currency,
})

const tabs: readonly (Tab | undefined)[] = ['queue', 'stock']

bar.get(paths.counterBar.pattern, need('counter.use'), async (c) => {
  const tab = tabs.find((name) => name === c.req.query('tab')) ?? null
  return showPage(c, Bar, { ...(await barOf(c, tab)), isOwnPanel: true })
})

bar.get(paths.counterStream.pattern, need('counter.use'), (c) => {
  const { storeId } = c.var.place
  return stream(c, {
    orders: `store:${storeId}:orders`,
    menu: `store:${storeId}:menu`,
    deliveries: `store:${storeId}:deliveries`,
  })
})
