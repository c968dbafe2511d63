import { beforeAll, expect, test } from 'vitest'
import { audit } from '../../../src/domain/audit/record'
import { paths } from '../../../src/views/paths'
import { signedIn, staffAt } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { aShop, aStore, at, later, noon, type Shop, type Store, staffCtx } from '../../support/world'

let site: Site
let shop: Shop
let next: Store
const url = (query = {}) => paths.officeAuditCsv.href({ brand: shop.brandSlug, store: shop.storeSlug }, query)
const manager = () => signedIn(site, { roles: [staffAt(shop, { p4: true })] })

beforeAll(async () => {
  site = await openSite()
  site.setNow(later(60))
  shop = await aShop(site.db)
  next = await aStore(site.db, shop, { name: '信義店' })
  await site.db.transaction().execute(async (tx) => {
    const ctx = staffCtx(shop, { name: '=cmd|calc' })
    await audit(tx, ctx, {
      action: 'store.pause',
      before: { pauseReason: '@SUM(1)' },
      after: { pauseReason: 'a "quoted", word' },
    })
    await audit(tx, at(staffCtx(next), noon), { action: 'store.pause', after: { pauseReason: '別家店的事' } })
    for (let n = 0; n < 1_100; n++) await audit(tx, at(ctx, later(-n)), { action: 'stock.count', after: { total: n } })
  })
})

const rowsOf = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter(Boolean)

test('the file has every entry of the filter, page after page, each once', async () => {
  const answer = await (await manager()).get(url({ what: 'stock' }))
  expect(answer.headers.get('Content-Type')).toContain('text/csv')
  expect(answer.headers.get('Content-Disposition')).toMatch(/attachment; filename=".*-log-2026-11-20\.csv"/)
  const [head, ...rows] = rowsOf(answer.text)
  expect(head).toBe('時間,誰,在哪裡,平板,做了什麼,對什麼,改了什麼,紀錄編號')
  expect(rows).toHaveLength(1_100)
  expect(new Set(rows.map((row) => row.split(',').at(-1))).size).toBe(1_100)
  expect(rows[0]).toContain('盤點')
})

test('a name or a word that a spreadsheet would run stays a text', async () => {
  const { text } = await (await manager()).get(url({ what: 'store' }))
  const [, row] = rowsOf(text)
  expect(row).toContain(",'=cmd|calc,")
  expect(row).toContain('""quoted""')
  for (const cell of text.split(/[,\n]/)) expect(cell).not.toMatch(/^"?[=@+]/)
})

test('a store’s manager gets that store alone, whatever the URL says; an admin gets the brand', async () => {
  expect((await (await manager()).get(url({ where: 'brand', what: 'store' }))).text).not.toContain('別家店的事')
  const admin = await signedIn(site, { roles: [{ role: 'brand_admin', brandId: shop.brandId }] })
  expect((await admin.get(url({ where: 'brand', what: 'store' }))).text).toContain('別家店的事')
})

test('R33: that the file was taken is on record, with what was asked for', async () => {
  const before = await site.db.selectFrom('auditLog').select('id').where('action', '=', 'audit.export').execute()
  await (await manager()).get(url({ what: 'saga', day: '2026-11-20' }))
  const taken = await site.db
    .selectFrom('auditLog')
    .selectAll()
    .where('action', '=', 'audit.export')
    .orderBy('id')
    .execute()
  expect(taken).toHaveLength(before.length + 1)
  expect(taken.at(-1)).toMatchObject({ storeId: shop.storeId, after: { what: 'saga', day: '2026-11-20' } })
})

test('the page leads there with its filter, and it reads in English', async () => {
  const client = await manager()
  const here = { brand: shop.brandSlug, store: shop.storeSlug }
  const page = await client.get(paths.officeAudit.href(here, { what: 'stock' }))
  expect(page.text).toContain(`href="${url({ what: 'stock' })}"`)
  client.lang = 'en'
  expect(rowsOf((await client.get(url({ what: 'store' }))).text)[0]).toBe(
    'Time,Who,Where,Tablet,What,About,Change,Entry',
  )
})
