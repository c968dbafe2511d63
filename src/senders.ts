import type { Logger } from 'pino'
import { demoSender } from './domain/people/sms/demo-sender'
import { kotsms, type Send } from './domain/people/sms/kotsms'
import type { Codes } from './domain/people/sms/sender'
import type { Env } from './env'
import { wordsIn } from './routes/kit/language'

/** Who carries codes here: KotSMS when there is an account with it, else, in a demonstration, the page and the log; else nobody. */
export function codesOf(
  env: Pick<Env, 'kotsms' | 'demo' | 'sessionSecret'>,
  log: Pick<Logger, 'info'>,
  send?: Send,
): Codes {
  const demo = () => (env.demo ? demoSender((words) => log.info(words, 'a code, which the demo does not send')) : null)
  return {
    sender: env.kotsms ? kotsms(env.kotsms, send) : demo(),
    secret: env.sessionSecret,
    text: (code, lang) => wordsIn(lang)('auth.code.sms', { code }),
  }
}
