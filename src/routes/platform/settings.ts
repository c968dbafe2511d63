import { z } from 'zod'
import { readSettings, saveSettings } from '../../domain/settings/settings'
import { paths } from '../../views/paths'
import { settingsScreen } from '../../views/platform/settings'
import { router } from '../kit/audience'
import { ctxOf } from '../kit/context'
import { need } from '../kit/guard'
import { run } from '../kit/run'
import { goTo, show } from '../kit/show'

const text = z.string().trim().max(120).catch('')
const form = z.object({
  site_zh: text,
  site_en: text,
  contact_zh: text,
  contact_en: text,
  open: z.literal('on').optional().catch(undefined).transform(Boolean),
})

export const settings = router()

settings.get(paths.platformSettings.pattern, need('platform.manage'), async (c) =>
  show(c, settingsScreen, {
    settings: await readSettings(c.var.deps.db),
    isSaved: c.req.query('saved') === '1',
  }),
)

settings.post(paths.platformSettings.pattern, need('platform.manage'), async (c) => {
  const typed = form.parse(await c.req.parseBody())
  const texts = (zh: string, en: string) => ({ ...(zh && { 'zh-Hant': zh }), ...(en && { en }) })
  const wanted = {
    siteName: texts(typed.site_zh, typed.site_en),
    contact: texts(typed.contact_zh, typed.contact_en),
    registrationOpen: typed.open,
  }
  await run(c, saveSettings, wanted, ctxOf(c, { brandId: '', storeId: '' }))
  return goTo(c, paths.platformSettings.href({}, { saved: 1 }))
})
