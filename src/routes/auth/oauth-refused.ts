import { z } from 'zod'
import type { ProviderName } from '../../domain/people/identities/provider'
import { type OauthRefusal, oauthRefusals, oauthRefusedScreen } from '../../views/auth/oauth-refused'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { safeBack } from '../kit/back'
import type { C } from '../kit/context'
import { NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { providerOf } from '../kit/identities'
import { goTo, show } from '../kit/show'
import { shopfrontOf } from './shopfront'

export const oauthRefused = router()

oauthRefused.get(paths.oauthRefusal.pattern, need('public'), async (c) => {
  const { name: provider } = providerOf(c)
  const reason = z.enum(oauthRefusals).safeParse(c.req.query('reason')).data
  if (!reason) throw new NotFound()
  const back = safeBack(c.req.query('back'))
  const isLink = c.req.query('link') === '1'
  return show(c, oauthRefusedScreen, { provider, reason, back, isLink, shopfront: await shopfrontOf(c, back) })
})

type Refused = { provider: ProviderName; reason: OauthRefusal; back?: string | undefined; isLink?: boolean }

/** Says why nobody was let in, on a page of its own: the address with the code in it leaves the browser's bar. */
export const refused = (c: C, { provider, reason, back, isLink }: Refused): Response =>
  goTo(c, paths.oauthRefusal.href({ provider }, { reason, back, link: isLink ? 1 : undefined }))
