import type { FC } from 'hono/jsx'
import type { StoreTablet } from '../../domain/people/devices/queries'
import { paths } from '../paths'
import { Field, fieldAttrs } from '../ui/form'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { whenText } from '../ui/when'
import { auditHref } from './audit-filter'
import type { OfficeFrame } from './layout'

type Place = OfficeFrame['place']
type Pairing = { url: string; typed: { code: string; name: string }; errors: { code?: string; name?: string } }
type Looked = { tablet: StoreTablet; wrongName: string | undefined }
/** What stands at the side: a tablet about to be paired, or one of the store's. */
export type TabletShown = Pairing | Looked

const slugs = (place: Place) => ({ brand: place.brandSlug, store: place.storeSlug })

/** The store's shared tablets: who is on each. */
export const Tablets: FC<{ place: Place; timeZone: string; tablets: StoreTablet[] }> = (props) => {
  const view = useView()
  const { t } = view
  const { place, timeZone, tablets } = props
  const when = (at: Date) => whenText(view, at, timeZone)
  return (
    <section class="mt-6 border-t border-line pt-5" id="tablets" aria-labelledby="tab-h">
      <h2 class="text-base" id="tab-h">
        {t('tablet.office.title')}
      </h2>
      {tablets.length === 0 && <p class="mt-1 text-sm text-muted">{t('tablet.office.none')}</p>}
      <ul class="mt-1">
        {tablets.map(({ id, name, on, lastSeenAt }) => {
          const href = `${paths.officeTablet.href({ ...slugs(place), id })}#tablet`
          return (
            <li class="flex items-center gap-3 border-b border-line py-2">
              <Icon name="tablet" class="text-muted" />
              <p class="min-w-0 flex-1 text-sm leading-5">
                <a class="block truncate" href={href}>
                  {name}
                </a>
                <span class="num block text-xs text-muted">
                  {on
                    ? t('tablet.office.on', { name: on.name, when: when(on.since) })
                    : t('tablet.office.nobody_on', { when: when(lastSeenAt) })}
                </span>
              </p>
              <a class="act" href={href} aria-label={t('tablet.office.revoke_name', { name })}>
                {t('tablet.office.revoke')}
              </a>
            </li>
          )
        })}
      </ul>
      <a class="act mt-1 justify-start!" href={`${paths.officeNewTablet.href(slugs(place))}#tablet`}>
        <Icon name="plus" class="size-4" />
        {t('tablet.office.pair')}
      </a>
    </section>
  )
}

export const TabletAside: FC<{ place: Place; timeZone: string; shown: TabletShown }> = (props) => {
  const { t } = useView()
  const { shown, place } = props
  return (
    <div id="tablet">
      <a class="act justify-start!" href={`${paths.officeStaff.href(slugs(place))}#tablets`}>
        <Icon name="arrow-left" class="size-4" />
        {t('tablet.office.back')}
      </a>
      {'url' in shown ? <PairForm {...props} {...shown} /> : <OneTablet {...props} {...shown} />}
    </div>
  )
}

const PairForm: FC<Pairing & { place: Place }> = ({ place, url, typed, errors }) => {
  const { t } = useView()
  return (
    <>
      <h2 class="mt-2 text-lg" id="invite-h">
        {t('tablet.office.pair')}
      </h2>
      <p class="mt-1 text-sm break-words text-muted">{t('tablet.office.pair_lead', { url })}</p>
      <form class="mt-4 grid gap-4" method="post" action={paths.officeTablets.href(slugs(place))} novalidate>
        <Field name="code" label={t('tablet.office.code')} error={errors.code} hint={t('tablet.office.code_hint')}>
          <input
            class="input num text-lg tracking-[.2em] uppercase"
            maxlength={20}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            required
            autofocus
            value={typed.code}
            {...fieldAttrs('code', errors.code, 'hint')}
          />
        </Field>
        <Field name="name" label={t('tablet.office.name')} error={errors.name} hint={t('tablet.office.name_hint')}>
          <input
            class="input"
            maxlength={40}
            autocomplete="off"
            required
            value={typed.name}
            {...fieldAttrs('name', errors.name, 'hint')}
          />
        </Field>
        <button class="btn btn-primary w-full" type="submit">
          <Icon name="tablet" />
          {t('tablet.office.do_pair', { store: place.storeName })}
        </button>
      </form>
    </>
  )
}

const OneTablet: FC<Looked & { place: Place; timeZone: string }> = ({ place, timeZone, tablet, wrongName }) => {
  const view = useView()
  const { t } = view
  const at = { ...slugs(place), id: tablet.id }
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
