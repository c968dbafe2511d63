import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { places, type Source, sources } from './support/sources'

/** Values each floor may import. Top to bottom: a type may be read from any floor below. */
const may: Record<string, string[]> = { routes: ['views', 'domain'], views: [], domain: ['db'], db: [] }
const floors = Object.keys(may)

/** Values each area of the domain may import from others: what is missing here is forbidden. `shared` is open to all. */
const arrows: Record<string, string[]> = {
  orders: ['audit', 'brands', 'cart', 'deliveries', 'inventory', 'menu', 'outbox', 'payments', 'people', 'tickets'],
  people: ['audit', 'cart', 'outbox'],
  cart: ['brands', 'inventory', 'menu'],
  menu: ['audit', 'brands', 'inventory'],
  inventory: ['audit'],
  brands: ['audit'],
  tickets: ['outbox'],
  payments: ['outbox'],
  deliveries: [],
  outbox: [],
  settings: ['audit'],
  audit: [],
  shared: [],
}

const isOn = (floor: string) => (source: Source) => source.path.startsWith(`src/${floor}/`)
const floorOf = (path: string) => path.split('/')[1]!
const folderOf = (path: string) => path.split('/')[2]!
const except =
  (...paths: string[]) =>
  (source: Source) =>
    !paths.some((path) => source.path.startsWith(path))
const on = (...names: string[]) => sources.filter((source) => names.includes(floorOf(source.path)))
const folders = (floor: string) =>
  readdirSync(`src/${floor}`, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

/** Imports between the files of one floor, with the folder each end stands in. */
const within = (floor: string) =>
  sources.filter(isOn(floor)).flatMap((source) =>
    source.imports
      .filter(({ target }) => target.startsWith(`src/${floor}/`))
      .map(({ target, isTypeOnly }) => ({
        path: source.path,
        from: folderOf(source.path),
        to: folderOf(target),
        target,
        isTypeOnly,
      })),
  )

test('the checks below see what files import', () => {
  expect(within('domain').length).toBeGreaterThan(50)
  expect(within('routes').length).toBeGreaterThan(20)
})

test('imports go downwards only: routes, views and domain, db', () => {
  const wrong = on(...floors).flatMap(({ path, imports }) => {
    const floor = floorOf(path)
    return imports
      .filter(({ target, isTypeOnly }) => {
        const below = isTypeOnly ? floors.slice(floors.indexOf(floor) + 1) : may[floor]!
        const isRoofType = isTypeOnly && target === 'src/env'
        return ![floor, ...below].includes(floorOf(target)) && !isRoofType && !isSeed(path)
      })
      .map(({ target }) => `${path} -> ${target}`)
  })
  expect(wrong).toEqual([])
})

/** The demo's data is poured in through the front door: the seed calls the domain's own commands. */
const isSeed = (path: string) => path.startsWith('src/db/seed/')

test('nobody imports the roof', () => {
  const roof = sources.filter(({ path }) => path.split('/').length === 2).map(({ path }) => path.replace(/\.tsx?$/, ''))
  const wrong = on(...floors).flatMap(({ path, imports }) =>
    imports
      .filter(({ target, isTypeOnly }) => roof.includes(target) && !isTypeOnly)
      .map(({ target }) => `${path} -> ${target}`),
  )
  expect(wrong).toEqual([])
})

test('audiences never import each other; kit and ui serve them', () => {
  const wrong = [...within('routes'), ...within('views')].filter(
    ({ from, to }) => from !== to && !['kit', 'ui', 'paths', 'locales'].includes(to),
  )
  const intoAnother = on('routes').flatMap(({ path, imports }) =>
    imports
      .filter(({ target }) => target.startsWith('src/views/') && folderOf(path) !== 'kit')
      .filter(({ target }) => ![folderOf(path), 'ui', 'paths', 'locales'].includes(folderOf(target)))
      .map(({ target }) => `${path} -> ${target}`),
  )
  expect([...wrong.map(({ path, target }) => `${path} -> ${target}`), ...intoAnother]).toEqual([])
})

test('areas of the domain import only along the listed arrows', () => {
  const wrong = within('domain').filter(({ from, to, isTypeOnly }) => {
    if (from === to || to === 'shared') return false
    // What a job is given names the gateways: the one type that `shared` reads from above.
    return isTypeOnly ? from !== 'shared' && reaches(to, from) : !arrows[from]?.includes(to)
  })
  expect(wrong.map(({ path, target }) => `${path} -> ${target}`)).toEqual([])
})

test('the arrows between areas have no cycle, and name areas that exist', () => {
  expect(Object.keys(arrows).filter((area) => reaches(area, area))).toEqual([])
  expect(folders('domain').filter((area) => !(area in arrows))).toEqual([])
})

function reaches(from: string, to: string, seen = new Set<string>()): boolean {
  return (arrows[from] ?? []).some((next) => {
    if (next === to) return true
    if (seen.has(next)) return false
    seen.add(next)
    return reaches(next, to, seen)
  })
}

test('an audience word never names an area, an area never an audience', () => {
  const audiences = folders('routes')
  expect(folders('domain').filter((area) => audiences.includes(area))).toEqual([])
})

test('only inTransaction opens a transaction', () => {
  expect(
    places(sources.filter(except('src/domain/shared/in-transaction.ts')), /\.(transaction|startTransaction)\(/),
  ).toEqual([])
})

test('only live.ts listens and notifies', () => {
  expect(places(sources.filter(except('src/domain/shared/live.ts')), /\b(pg_notify|unlisten|listen \$\{)/i)).toEqual([])
})

test('only the kit reads cookies and headers', () => {
  const read = /\b(getCookie|setCookie|deleteCookie|getSignedCookie)\b|\breq\.(header|raw\.headers)\b/
  expect(places(on('routes').filter(except('src/routes/kit/')), read)).toEqual([])
})

test('only gateway adapters touch the network', () => {
  const reaching = places(
    sources.filter(except('src/domain/payments/', 'src/listen.ts')),
    /\bfetch\(|from 'node:https'|axios|undici/,
  )
  expect(reaching).toEqual([])
})

test('the domain is told the time, it never reads a clock', () => {
  // Lucia reads the machine's clock, and its adapter makes up for it.
  const exempt = except('src/domain/shared/live.ts', 'src/domain/people/session-adapter.ts')
  const clocks = places(sources.filter(isOn('domain')).filter(exempt), /\bnew Date\(\)|\bDate\.now\(\)/)
  expect(clocks).toEqual([])
})

test('a business day is cut out of an instant in one module alone (R3)', () => {
  const cut =
    /toISOString\(\)\s*\.(slice|substring|split)|(?<!\})::date\b|\bas date\)|\bcurrent_date\b|date_trunc\(|\.getUTC(Date|Day|Hours)\(|\.get(Date|Day|Hours)\(/i
  expect(places(sources.filter(except('src/domain/brands/business-day.ts')), cut)).toEqual([])
})

test('pages carry no inline style, no script and nothing that would need eval', () => {
  const inline = /\sstyle=|<style\b|\bhx-on|['"{]js:|hx-trigger="[^"]*\[|dangerouslySetInnerHTML|\bon[a-z]+=\{?["'`]/
  expect(places(on('views', 'routes'), inline)).toEqual([])
})

test('no words in code: what people read stands in the locales', () => {
  const words = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/
  // These read what shops and guests write.
  const readers = except('src/domain/menu/price-list.ts', 'src/views/ui/danger.ts')
  expect(places(on('views', 'routes', 'domain').filter(readers), words)).toEqual([])
})

test('every file has at most 200 lines', () => {
  expect(sources.filter(({ lines }) => lines > 200).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
})

test('files are named after what they do, in kebab-case, without barrels and buckets', () => {
  const odd = sources.filter(({ path }) => {
    const name = basename(path).replace(/\.tsx?$/, '')
    return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || /^(index|utils?|helpers?|service|common|misc)$/.test(name)
  })
  expect(odd.map(({ path }) => path)).toEqual([])
  expect(places(sources, /^export \* from/)).toEqual([])
})

test('nothing is left for later', () => {
  const later = sources.filter(({ text }) => /\b(TODO|FIXME|XXX)\b|next slice|not implemented/.test(text))
  expect(later.map(({ path }) => path)).toEqual([])
})
