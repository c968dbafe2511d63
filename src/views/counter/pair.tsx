import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Document } from '../ui/document'
import { LanguageLink } from '../ui/language-link'
import { Mark } from '../ui/mark'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import { type Kind, KindForm, keepsOnFailure } from './pair-kind'

export type PairProps = { id: string; kind: Kind; code: string; leftMs: number }

const steps = ['open', 'type', 'name'] as const

/** What a tablet shows that is nobody's yet: its code until somebody types it. Looks every few seconds whether they have. */
export const PairPanel: FC<PairProps> = ({ id, kind, code, leftMs }) => {
  const { t } = useView()
  return (
    <main
      id="main"
      class="mx-auto grid min-h-0 w-full max-w-[64rem] content-center px-8 max-md:px-4 max-md:py-8"
      hx-get={paths.counterPair.href({}, { shown: id })}
      hx-trigger="every 2s"
      hx-swap="outerHTML"
      {...keepsOnFailure}
    >
      <h1 class="text-2xl">{t('tablet.pair.title')}</h1>
      <p class="mt-2 text-base text-muted">{t(`tablet.pair.lead.${kind}`)}</p>
      <p
        class="num mt-8 flex items-center gap-4 max-md:gap-2"
        role="img"
        aria-label={t('tablet.pair.code', { code: [...code].join(' ') })}
      >
        <Half letters={code.slice(0, 3)} />
        <span class="h-1 w-5 rounded bg-ink" aria-hidden="true"></span>
        <Half letters={code.slice(3)} />
      </p>
      <p class="mt-4 flex items-center gap-4">
        <span class="live text-base" role="status">
          {t('tablet.pair.waiting')}
        </span>
        <span
          class="num text-muted"
          role="timer"
          data-left={leftMs}
          data-words={t('tablet.pair.renews', { left: '{left}' })}
        >
          {t('tablet.pair.renews', { left: leftText(leftMs) })}
        </span>
      </p>
      <div class="mt-9 grid grid-cols-[minmax(0,1fr)_20rem] gap-16 border-t border-line pt-7 max-md:grid-cols-1 max-md:gap-8">
        <ol class="grid content-start gap-4">
          {steps.map((step, n) => (
            <li class="grid grid-cols-[1.5rem_1fr] items-baseline gap-4">
              <b class="num text-xl" aria-hidden="true">
                {n + 1}
              </b>
              <p class="leading-6">
                <b>{t(`tablet.pair.step.${step}.do`)}</b>
                <span class="block text-sm text-muted">{t(`tablet.pair.step.${step}.note`)}</span>
              </p>
            </li>
          ))}
        </ol>
        <KindForm kind={kind} />
      </div>
    </main>
  )
}

const Half: FC<{ letters: string }> = ({ letters }) => (
  <span class="pair" aria-hidden="true">
    {[...letters].map((letter) => (
      <i>{letter}</i>
    ))}
  </span>
)

/** Minutes and seconds, as a countdown shows them. */
function leftText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export const PairPage: FC<PairProps> = (props) => {
  const { t, lang, now } = useView()
  return (
    <Document title={t('tablet.pair.page_title')} scripts={['pair.js']} refreshWithoutScript={15}>
      <div class="counter counter-flows">
        <header class="topbar">
          <p class="flex items-center gap-2.5">
            <Mark />
            <b>{t('auth.product_short')}</b>{' '}
            <span class="text-sm text-muted max-md:hidden">{t('auth.product_second')}</span>
          </p>
          <p class="ms-auto flex items-center gap-4 text-sm max-md:gap-1">
            <a class="btn btn-ghost h-full" href={paths.signIn.href({})}>
              {t('tablet.pair.sign_in')}
            </a>
            <LanguageLink class="btn btn-ghost -me-3 h-full" />
            <span class="num font-bold max-md:hidden" data-clock>
              {clockText(now, lang, 'Asia/Taipei')}
            </span>
          </p>
        </header>
        <div></div>
        <PairPanel {...props} />
      </div>
    </Document>
  )
}

export const pairScreen = { Page: PairPage, Panel: PairPanel }
