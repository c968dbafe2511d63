import { z } from 'zod'
import { pauseStore } from '../../domain/brands/pause-store'
import { PausePage, pauseMinutes } from '../../views/counter/pause'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import type { C } from '../kit/context'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { run } from '../kit/run'
import { goTo, showPage } from '../kit/show'
import { barOf } from './bar'

export const pause = router()

const queueUrl = (c: C) => paths.counterQueue.href({ brand: c.var.place.brandSlug, store: c.var.place.storeSlug })

pause.get(paths.counterPause.pattern, need('counter.use'), async (c) =>
  showPage(c, PausePage, { bar: await barOf(c, null) }),
)

const pauseForm = z.object({
  minutes: z.enum(pauseMinutes),
  reason: z.string().trim().max(60).default(''),
  words: z.string().trim().max(60).default(''),
})

pause.post(paths.counterPause.pattern, need('counter.use'), async (c) => {
  const form = await readForm(c, pauseForm)
  if (!form.ok) return showPage(c, PausePage, { bar: await barOf(c, null) }, 422)
  const { minutes, reason, words } = form.value
  await run(c, pauseStore, { minutes: minutes === 'rest_of_day' ? minutes : Number(minutes), reason: words || reason })
  return goTo(c, queueUrl(c))
})

pause.post(paths.counterReopening.pattern, need('counter.use'), async (c) => {
  await run(c, pauseStore, { minutes: null })
  return goTo(c, queueUrl(c))
})
