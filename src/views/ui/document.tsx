import type { FC, PropsWithChildren } from 'hono/jsx'
import { paths } from '../paths'
import { useView } from './view'

type DocumentProps = PropsWithChildren<{
  title: string
  /** URL of the page's one event stream (R40). */
  stream?: string | undefined
  /** Staff screens keep listening when hidden: they ring. */
  keepsListening?: boolean
  theme?: 'comanda' | 'board'
  /** Brand whose accent the page wears, with the accent's version. */
  accent?: { brand: string; version: string } | undefined
  /** Scripts beside app.js, by plain name. */
  scripts?: string[]
  skipTo?: string
  /** Seconds after which a browser without scripts loads the page anew. */
  refreshWithoutScript?: number
  bodyClass?: string
}>

/** The HTML document every page stands in. */
export const Document: FC<DocumentProps> = (props) => {
  const { t, lang, asset, now } = useView()
  const stream = props.stream && {
    'hx-sse:connect': `${props.stream}${props.stream.includes('?') ? '&' : '?'}since=${now.getTime()}`,
    // A stream that never opened is opened by the `reconnect` event of freshness.ts.
    'hx-trigger': 'load, reconnect',
    // An error answer to the stream must not become the page.
    'hx-swap': 'none',
    ...(props.keepsListening
      ? { 'hx-config': 'sse.pauseOnBackground:false, sse.reconnectMaxDelay:5000, sse.connectTimeout:8000' }
      : {}),
  }
  return (
    <html lang={lang === 'en' ? 'en' : 'zh-Hant-TW'} data-theme={props.theme ?? 'comanda'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{props.title}</title>
        <meta name="htmx-config" content="includeIndicatorCSS:false, history:reload" />
        {props.refreshWithoutScript && (
          <noscript>
            <meta http-equiv="refresh" content={String(props.refreshWithoutScript)} />
          </noscript>
        )}
        <link rel="stylesheet" href={asset('app.css')} />
        {props.accent && (
          <link rel="stylesheet" href={paths.accent.href({ brand: props.accent.brand }, { v: props.accent.version })} />
        )}
        <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
        <link rel="manifest" href={asset('app.webmanifest')} />
        <meta name="theme-color" content={props.theme === 'board' ? '#14110e' : '#fdfaf5'} />
        <script type="module" src={asset('app.js')}></script>
        {(props.scripts ?? []).map((name) => (
          <script type="module" src={asset(name)}></script>
        ))}
      </head>
      <body class={props.bodyClass} {...(stream || {})}>
        <a class="skip" href={`#${props.skipTo ?? 'main'}`}>
          {t('ui.skip')}
        </a>
        {props.children}
      </body>
    </html>
  )
}
