import type { FC } from 'hono/jsx'
import type { AnyBrand, AnyStore } from '../../domain/brands/all-brands'
import type { Health } from '../../domain/outbox/health'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { dayClockText, numberText, textIn } from '../ui/words'
import { PlatformLayout } from './layout'

export type HealthProps = {
  health: Health
  /** Milliseconds the database took to answer. */
  ms: number
  isMigrated: boolean
  stuckStores: { brand: AnyBrand; store: AnyStore; count: number }[]
  streamCount: number
}

const HealthPage: FC<HealthProps> = (props) => (
  <PlatformLayout noun="health" title={useView().t('platform.noun.health')}>
    <HealthPanel {...props} />
  </PlatformLayout>
)

type Figure = { name: string; value: string; isBad?: boolean }

/** Each figure as people read it; `isBad` wants a look. */
function useFigures({ health, ms, isMigrated, stuckStores, streamCount }: HealthProps): Figure[] {
  const { t, lang } = useView()
  const { jobs, workersAlive } = health
  const stuck = stuckStores.reduce((sum, { count }) => sum + count, 0)
  const n = (value: number) => numberText(value, lang)
  return [
    { name: 'database', value: t('platform.health.database_value', { version: health.databaseVersion, ms }) },
    { name: 'size', value: t('platform.health.megabytes', { size: n(Math.ceil(health.databaseBytes / 1_000_000)) }) },
    { name: 'connections', value: n(health.connections) },
    {
      name: 'migrations',
      value: isMigrated
        ? t('platform.health.migrations_value', { count: health.migrations, last: health.lastMigration })
        : t('platform.health.migrations_missing'),
      isBad: !isMigrated,
    },
    {
      name: 'workers',
      value:
        workersAlive > 0
          ? t('platform.health.workers_value', { count: workersAlive })
          : t('platform.health.workers_none'),
      isBad: workersAlive === 0,
    },
    { name: 'ready', value: n(jobs.ready) },
    { name: 'scheduled', value: n(jobs.scheduled) },
    { name: 'running', value: n(jobs.running) },
    { name: 'failed', value: n(jobs.failed), isBad: jobs.failed > 0 },
    { name: 'stuck', value: n(stuck), isBad: stuck > 0 },
    { name: 'streams', value: t('platform.health.streams_value', { count: streamCount }) },
    { name: 'version', value: health.version },
  ]
}

const HealthPanel: FC<HealthProps> = (props) => {
  const { t, lang } = useView()
  const figures = useFigures(props)
  const bad = figures.filter(({ isBad }) => isBad).length
  const { health, stuckStores } = props
  return (
    <main
      id="health-panel"
      class="min-h-0 min-w-0 overflow-y-auto px-6 pt-5 pb-24 max-lg:overflow-visible max-lg:px-4"
      hx-get={paths.platformHealth.href({})}
      hx-trigger="every 15s"
      hx-swap="outerMorph"
    >
      <h1 class="text-xl max-lg:hidden">{t('platform.noun.health')}</h1>
      <p class={`mt-2 flex items-center gap-2 font-bold ${bad > 0 ? 'text-bad' : 'text-ok'}`} id="main">
        <Icon name={bad > 0 ? 'triangle-alert' : 'circle-check'} />
        {bad > 0 ? t('platform.health.trouble', { count: bad }) : t('platform.health.well')}
      </p>
      <dl class="num mt-4 max-w-[44rem] border-t border-line text-sm">
        {figures.map(({ name, value, isBad }) => (
          <div class="grid grid-cols-[10rem_minmax(0,1fr)] gap-3 border-b border-line py-2.5 max-sm:grid-cols-[8rem_minmax(0,1fr)]">
            <dt class="text-muted">{t(`platform.health.${name}`)}</dt>
            <dd class={isBad ? 'font-bold text-bad' : 'font-bold'}>{value}</dd>
          </div>
        ))}
      </dl>
      {stuckStores.length > 0 && (
        <section class="mt-8 max-w-[44rem]" aria-labelledby="s-h">
          <h2 class="text-base" id="s-h">
            {t('platform.health.stuck_title')}
          </h2>
          <ul class="mt-1 text-sm">
            {stuckStores.map(({ brand, store, count }) => (
              <li class="flex items-center gap-3 border-b border-line py-2">
                <Icon name="triangle-alert" class="text-bad" />
                <span class="flex-1">
                  <b>
                    {textIn(brand.name, lang, brand.defaultLang)} {textIn(store.name, lang, brand.defaultLang)}
                  </b>{' '}
                  <span class="num">{count}</span>
                </span>
                <a class="act" href={paths.officeSagas.href({ brand: brand.slug, store: store.slug })}>
                  {t('platform.health.see')}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {health.failed.length > 0 && (
        <section class="mt-8 max-w-[44rem]" aria-labelledby="f-h">
          <h2 class="text-base" id="f-h">
            {t('platform.health.failed_title')}
          </h2>
          <ul class="mt-1 text-sm">
            {health.failed.map(({ topic, attempts, error, at }) => (
              <li class="border-b border-line py-2">
                <b>{topic}</b>{' '}
                <span class="num text-muted">
                  {dayClockText(at, lang, 'Asia/Taipei')} · {t('platform.health.tries', { count: attempts })}
                </span>
                <span class="block text-xs break-words text-muted">{error}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}

export const healthScreen = { Page: HealthPage, Panel: HealthPanel }
