import { endSession } from '../../domain/people/sessions'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { safeBack } from '../kit/back'
import { need } from '../kit/guard'
import { clearSessionCookie, sessionToken } from '../kit/session'
import { goTo } from '../kit/show'

export const signOut = router()

signOut.post(paths.signOut.pattern, need('public'), async (c) => {
  const token = sessionToken(c)
  if (token) await endSession(c.var.deps.db, token, c.var.deps.now())
  clearSessionCookie(c)
  const body = await c.req.parseBody()
  return goTo(c, safeBack(body.back) ?? paths.home.href({}))
})
