import type { WeeklySpan } from '../../domain/brands/hours'
import { forgetPlaces } from '../../domain/brands/queries'
import { setHours } from '../../domain/brands/set-hours'
import { storeWeek } from '../../domain/brands/store-week'
import { stuckCount } from '../../domain/orders/saga/stuck'
import { storeHoursScreen, type TypedDay, type TypedSpan } from '../../views/office/store-hours'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { type C, ctxOf } from '../kit/context'
import { NotFound } from '../kit/errors'
import { formOf } from '../kit/form'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'
import { frameOf } from './frame'

export const storeHours = router()

storeHours.get(paths.officeStoreHours.pattern, need('brand.manage'), (c) => answer(c, {}))

storeHours.post(paths.officeStoreHours.pattern, need('brand.manage'), async (c) => {
  const { place, deps } = c.var
  const storeId = idParam(c, 'id')
  const days = typedDays(await formOf(c))
  // A form without a single clock is not this page's: it closes nothing.
  if (days.every(({ spans }) => spans.length === 0)) return goTo(c, hoursHref(c))
  const half = days.find(({ spans }) => spans.some(({ opens, closes }) => (opens === '') !== (closes === '')))
  if (half) return answer(c, { days, wrongDay: half.weekday })
  const result = await run(c, setHours, { week: days.flatMap(spansOf) }, ctxOf(c, { brandId: place.brandId, storeId }))
  if (result.ok) {
    forgetPlaces(deps.db)
    return goTo(c, hoursHref(c, { saved: 1 }))
  }
  if (result.refusal.reason === 'not_found') throw new NotFound()
  return answer(c, { days, wrongDay: result.refusal.weekday })
})

const hoursHref = (c: C, query = {}) =>
  paths.officeStoreHours.href(
    { brand: c.var.place.brandSlug, store: c.var.place.storeSlug, id: idParam(c, 'id') },
    query,
  )

/** Two spans a day may be typed, and one more than there are. */
const least = 2
const most = 6
const weekdays = [1, 2, 3, 4, 5, 6, 0] as const

/** What was typed, day by day: `opens.1` and `closes.1` are Monday's, in order. */
function typedDays(body: Record<string, unknown>): TypedDay[] {
  const all = (name: string) =>
    [body[name] ?? []].flat().map((value) => (typeof value === 'string' && /^\d{2}:\d{2}$/.test(value) ? value : ''))
  return weekdays.map((weekday) => {
    const [opens, closes] = [all(`opens.${weekday}`), all(`closes.${weekday}`)]
    const spans = Array.from({ length: Math.min(most, Math.max(opens.length, closes.length)) }, (_, i) => ({
      opens: opens[i] ?? '',
      closes: closes[i] ?? '',
    }))
    return { weekday, spans }
  })
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** A closing time at or before the opening one is after midnight. */
const spansOf = ({ weekday, spans }: TypedDay): WeeklySpan[] =>
  spans
    .filter(({ opens }) => opens !== '')
    .map(({ opens, closes }) => {
      const [opensMinute, until] = [minuteOf(opens), minuteOf(closes)]
      return { weekday, opensMinute, closesMinute: until > opensMinute ? until : until + 1440 }
    })

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const typedFrom = (week: readonly WeeklySpan[]): TypedDay[] =>
  weekdays.map((weekday) => ({
    weekday,
    spans: week
      .filter((span) => span.weekday === weekday)
      .map((span): TypedSpan => ({ opens: clockOf(span.opensMinute), closes: clockOf(span.closesMinute) })),
  }))

/** With an empty row below what there is, for one more. */
const roomy = (day: TypedDay): TypedDay => {
  const filled = day.spans.filter(({ opens, closes }) => opens !== '' || closes !== '')
  const count = Math.min(most, Math.max(least, filled.length + (filled.length >= least ? 1 : 0)))
  return {
    ...day,
    spans: [...filled, ...Array.from({ length: count - filled.length }, () => ({ opens: '', closes: '' }))],
  }
}

async function answer(c: C, { days, wrongDay }: { days?: TypedDay[]; wrongDay?: number }): Promise<Response> {
  const { deps, place } = c.var
  const ctx = ctxOf(c)
  const found = await storeWeek(deps.db, ctx, place, idParam(c, 'id'), stuckCount(ctx))
  if (!found) throw new NotFound()
  const props = {
    frame: frameOf(c, found.beside),
    store: found,
    defaultLang: place.defaultLang,
    days: (days ?? typedFrom(found.week)).map(roomy),
    wrongDay,
    isSaved: c.req.query('saved') === '1',
  }
  return show(c, storeHoursScreen, props, wrongDay === undefined ? 200 : 422)
}
