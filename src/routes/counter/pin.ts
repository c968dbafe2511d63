import { z } from 'zod'
import { openNow } from '../../domain/orders/open-now'
import { lockTablet } from '../../domain/people/pins/lock-tablet'
import { pinPeople } from '../../domain/people/pins/queries'
import { type SwitchRefusal, switchPerson } from '../../domain/people/pins/switch-person'
import { accountOf, type Tablet, tabletOf } from '../../domain/shared/ctx'
import { PinPage, type PinProps } from '../../views/counter/pin'
import { PinPad } from '../../views/counter/pin-pad'
import { PinPeople } from '../../views/counter/pin-people'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { cameFrom, safeBack } from '../kit/back'
import { type C, ctxOf } from '../kit/context'
import { NotFound } from '../kit/errors'
import { formOf, readForm } from '../kit/form'
import { need } from '../kit/guard'
import { run } from '../kit/run'
import { arrivalOf, clearSessionCookie, sessionToken, setSessionCookie } from '../kit/session'
import { goTo, show } from '../kit/show'
import { stream } from '../kit/stream'
import { setTabletCookie, tabletToken } from '../kit/tablet'

export const pin = router()

pin.get(paths.counterPin.pattern, need('tablet'), async (c) => {
  // Every look at the people keeps the tablet's cookie from running out.
  setTabletCookie(c, tabletToken(c)!, true)
  const who = z.uuid().safeParse(c.req.query('who')).data
  return show(c, { Page: PinPage, Panel: PinPeople }, await pinProps(c, { who, back: backOf(c, c.req.query('back')) }))
})

pin.get(paths.counterPinStream.pattern, need('tablet'), (c) =>
  stream(c, { tablets: `store:${c.var.place.storeId}:tablets` }),
)

const pinForm = z.object({ who: z.uuid(), pin: z.string().max(20).default(''), back: z.string().optional() })

pin.post(paths.counterPin.pattern, need('tablet'), async (c) => {
  const read = await readForm(c, pinForm)
  if (!read.ok) throw new NotFound()
  const { who, pin: typed } = read.value
  const back = backOf(c, read.value.back)
  const { oldToken, browser, address } = arrivalOf(c)
  const input = { tablet: tabletHere(c), accountId: who, pin: typed.trim(), oldToken, browser, address }
  const result = await switchPerson(c.var.deps.db, ctxOf(c), input)
  if (result.ok) {
    setSessionCookie(c, result.value.token)
    return goTo(c, back)
  }
  if (result.refusal.reason === 'not_found') throw new NotFound()
  const props = await pinProps(c, { who, back })
  return show(c, { Page: PinPage, Panel: PinPad }, { ...props, problem: words(c, result.refusal) }, 422)
})

pin.post(paths.counterLock.pattern, need('tablet'), async (c) => {
  await run(c, lockTablet, { tablet: tabletHere(c), token: sessionToken(c) })
  clearSessionCookie(c)
  const { back } = await formOf(c)
  return goTo(c, paths.counterPin.href(slugs(c), { back: backOf(c, back) }))
})

const slugs = ({ var: { place } }: C) => ({ brand: place.brandSlug, store: place.storeSlug })

function tabletHere({ var: { actor } }: C): Tablet {
  const tablet = tabletOf(actor)
  if (!tablet) throw new NotFound()
  return tablet
}

/** Where the work goes on: the page that led here, else the tablet's own desk. */
function backOf(c: C, given: unknown): string {
  const back = safeBack(given) ?? cameFrom(c)
  const pinUrl = paths.counterPin.href(slugs(c))
  if (back && !back.startsWith(pinUrl)) return back
  return (tabletHere(c).kind === 'kitchen' ? paths.kitchenBoard : paths.counterQueue).href(slugs(c))
}

const shownOrders = 2

async function pinProps(c: C, { who, back }: { who: string | undefined; back: string }): Promise<PinProps> {
  const { deps, place, actor } = c.var
  const ctx = ctxOf(c)
  const tablet = tabletHere(c)
  const [people, open] = await Promise.all([pinPeople(deps.db, ctx, tablet), openNow(deps.db, ctx, shownOrders)])
  const chosen = people.find(({ accountId }) => accountId === who) ?? null
  return { place, tablet: tablet.name, people, open, chosen, back, you: accountOf(actor) }
}

function words({ var: { t } }: C, refusal: Exclude<SwitchRefusal, { reason: 'not_found' }>): string {
  switch (refusal.reason) {
    case 'wrong':
      return t('tablet.pin.wrong', { count: refusal.left })
    case 'locked':
      return t('tablet.pin.locked')
    case 'no_pin':
      return t('tablet.pin.none')
    case 'too_many':
      return t('tablet.pin.rest', { count: Math.ceil(refusal.seconds / 60) })
  }
}
