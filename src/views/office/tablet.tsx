import type { FC } from 'hono/jsx'
import type { StoreTablet } from '../../domain/people/devices/queries'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
import { useView } from '../ui/view'
import { whenText } from '../ui/when'
import { auditHref } from './audit-filter'
import type { OfficeFrame } from './layout'

export type TabletLooked = {
  tablet: StoreTablet
  /** A name that could not be kept. */
  wrongName: string | undefined
}
type TabletProps = TabletLooked & { place: OfficeFrame['place']; timeZone: string }

/** One of the store's tablets: who is on it, what it is called, and its end. */
export const OneTablet: FC<TabletProps> = ({ place, timeZone, tablet, wrongName }) => {
  const view = useView()
  const { t } = view
  const at = { brand: place.brandSlug, store: place.storeSlug, id: tablet.id }
  const when = (instant: Date) => whenText(view, instant, timeZone)
  const error = wrongName === undefined ? undefined : t('tablet.office.no.name')
  const { name, kind, on, pairedByName, pairedAt, lastSeenAt } = tablet
  const facts = [
    [t('tablet.office.kind'), t(`tablet.kind.${kind}`)],
    [
      t('tablet.office.on_now'),
      on ? t('tablet.office.is_on', { name: on.name, when: when(on.since) }) : t('tablet.office.nobody'),
    ],
    [t('tablet.office.seen'), when(lastSeenAt)],
    [t('tablet.office.paired'), t('tablet.office.paired_by', { name: pairedByName ?? '—', when: when(pairedAt) })],
  ]
  return (
    <>
      <h2 class="mt-2 text-lg" id="invite-h">
        {name}
      </h2>
      <dl class="facts mt-2 text-sm">
        {facts.map(([term, value]) => (
          <div>
            <dt>{term}</dt>
            <dd class="num min-w-0">{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('tablet.office.log')}</dt>
          <dd>
            <a class="act justify-start!" href={auditHref(place, { device: tablet.id })}>
              {t('tablet.office.see_log')}
            </a>
          </dd>
        </div>
      </dl>
      <form class="mt-4 grid gap-3" method="post" action={paths.officeTablet.href(at)} novalidate>
        <Field name="name" label={t('tablet.office.name')} error={error}>
          <input
            class="input"
            maxlength={40}
            autocomplete="off"
            required
            value={wrongName ?? name}
            {...fieldAttrs('name', error)}
          />
        </Field>
        <button class="btn" type="submit">
          {t('tablet.office.save_name')}
        </button>
      </form>
      <form class="mt-6 border-t border-line pt-4" method="post" action={paths.officeTabletRevocation.href(at)}>
        <p class="text-sm">{t('tablet.office.revoke_lead')}</p>
        <button class="btn btn-error btn-outline mt-3 w-full" type="submit">
          {t('tablet.office.revoke_name', { name })}
        </button>
      </form>
    </>
  )
}
