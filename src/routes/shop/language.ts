import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { safeBack } from '../kit/back'
import { setLanguageCookie } from '../kit/cookies'
import { NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { isLang } from '../kit/language'

export const language = router()

/** Another language for the same page. */
language.get(paths.language.pattern, need('public'), (c) => {
  const lang = c.req.param('lang')
  if (!isLang(lang)) throw new NotFound()
  setLanguageCookie(c, lang)
  return c.redirect(safeBack(c.req.query('back')) ?? paths.home.href({}), 303)
})
