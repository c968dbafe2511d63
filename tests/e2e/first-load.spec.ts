import { expect, type Page, test } from '@playwright/test'

/** Everything that may go wrong without being seen: console errors, failed requests, what the content policy blocks. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`))
  page.on('requestfailed', (request) => complaints.push(`request: ${request.url()}`))
  page.on('response', (answer) => {
    if (answer.status() >= 400) complaints.push(`${answer.status()}: ${answer.url()}`)
  })
  return complaints
}

for (const [name, locale] of [
  ['Traditional Chinese', 'zh-TW'],
  ['English', 'en'],
] as const)
  test.describe(name, () => {
    test.use({ locale })

    test('a hungry person sees the menu at once: less than 60 KB, nothing in the way', async ({ page }) => {
      const complaints = complaintsOf(page)
      const kilobytes: Record<string, number> = {}
      page.on('requestfinished', async (request) => {
        const kind = request.resourceType()
        if (!['document', 'stylesheet', 'script'].includes(kind)) return
        kilobytes[kind] = (kilobytes[kind] ?? 0) + (await request.sizes()).responseBodySize / 1000
      })

      await page.goto('/xiaoman/yongkang')
      await page.waitForLoadState('load')

      await expect(page.locator('html')).toHaveAttribute('lang', locale === 'en' ? 'en' : 'zh-Hant-TW')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await page.evaluate(() => 'htmx' in window)).toBe(true)
      const sum = Object.values(kilobytes).reduce((a, b) => a + b, 0)
      test.info().annotations.push({ type: 'kilobytes', description: JSON.stringify(kilobytes) })
      expect(sum).toBeGreaterThan(10)
      expect(sum).toBeLessThan(60)
      expect(complaints).toEqual([])
    })
  })
