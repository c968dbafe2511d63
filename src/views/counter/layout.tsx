import type { FC, PropsWithChildren } from 'hono/jsx'
import { paths } from '../paths'
import { Document } from '../ui/document'
import { StaleBar } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { LanguageLink } from '../ui/language-link'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'
import { Bar, type BarProps } from './bar'
import { PauseForm } from './pause'
import { slugsOf } from './slugs'

type FrameProps = PropsWithChildren<
  BarProps & { id?: string; isOwnPanel?: boolean; attributes?: Record<string, string> }
>

/** The counter's grid: bar, what went wrong, the desk. With `isOwnPanel` the bar fetches itself; else its panel carries it along. */
export const Frame: FC<FrameProps> = ({ children, id, attributes, isOwnPanel = true, ...bar }) => {
  const { t } = useView()
  return (
    <div class="counter" id={id} {...attributes}>
      <Bar {...bar} isOwnPanel={isOwnPanel} />
      <div class="strips">
        <StaleBar advice={t('counter.stale_advice')} />
        <p class="strip strip-bad when-failed" role="alert">
          <Icon name="wifi-off" />
          {t('counter.failed')}
        </p>
      </div>
      {children}
    </div>
  )
}

/** The document of a counter page: one stream, the script that rings, what opens from the bar. */
export const CounterPage: FC<PropsWithChildren<{ title: string; bar: BarProps; accentVersion?: string }>> = (props) => {
  const { t, lang } = useView()
  const { place } = props.bar
  const store = textIn(place.storeName, lang, place.defaultLang)
  return (
    <Document
      title={t('counter.page_title', { title: props.title, store })}
      stream={paths.counterStream.href(slugsOf(place))}
      keepsListening
      accent={props.accentVersion ? { brand: place.brandId, version: props.accentVersion } : undefined}
      scripts={['counter.js']}
      bodyClass="counter-body"
    >
      {props.children}
      <PausePop {...props.bar} />
      <ReaderPop {...props.bar} />
    </Document>
  )
}

const PausePop: FC<BarProps> = ({ place }) => {
  const { t } = useView()
  return (
    <section class="pop counter-pop" id="pause-pop" popover="auto" aria-label={t('counter.pause.title')}>
      <PauseForm place={place} />
    </section>
  )
}

const ReaderPop: FC<BarProps> = ({ place }) => {
  const { t, reader, tablet } = useView()
  return (
    <section class="pop counter-pop" id="reader-pop" popover="auto" aria-label={reader?.name}>
      <ul class="pop-list">
        <li>
          <button type="button" data-ring-once>
            <Icon name="volume-2" />
            {t('counter.bell.try')}
          </button>
        </li>
        <li>
          <a href={paths.desks.href({})}>
            <Icon name="monitor" />
            {t('counter.desks')}
          </a>
        </li>
        <li>
          <a href={paths.shop.href(slugsOf(place))}>
            <Icon name="store" />
            {t('counter.shop')}
          </a>
        </li>
        <li>
          <LanguageLink class="pop-line" />
        </li>
        {/* A tablet is locked, in the bar: signing out would leave its desk. */}
        {!tablet && (
          <li>
            <form method="post" action={paths.signOut.href({})}>
              <button type="submit">
                <Icon name="log-out" />
                {t('counter.sign_out')}
              </button>
            </form>
          </li>
        )}
      </ul>
    </section>
  )
}
