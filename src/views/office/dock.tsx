import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { LanguageLink } from '../ui/language-link'
import { useView } from '../ui/view'
import { StuckBubble } from './bubble'
import type { NounName, OfficeFrame } from './layout'
import { nounsOf, rankText } from './nouns'

/** The office on a phone: four nouns under the thumb, the fifth opens the rest. */
export const Dock: FC<{ frame: OfficeFrame; noun: NounName }> = ({ frame, noun }) => {
  const { t } = useView()
  const { daily, watch, rooms } = nounsOf(frame, noun)
  const all = [...daily, ...watch, ...rooms]
  // The fifth bears the name of the noun you are in when it is none of the four.
  const elsewhere = all.slice(4).find(({ isCurrent }) => isCurrent)
  return (
    <>
      <nav class="dock" aria-label={t('office.daily')}>
        {all.slice(0, 4).map((it) => (
          <a href={it.href} {...(it.isCurrent ? { 'aria-current': 'page' } : {})}>
            <Icon name={it.icon} />
            {t(`office.noun.${it.name}`)}
            {it.count !== undefined && <StuckBubble spot="dock" count={it.count} />}
          </a>
        ))}
        <button
          type="button"
          commandfor="more"
          command="show-modal"
          aria-haspopup="dialog"
          {...(elsewhere ? { 'aria-current': 'true' } : {})}
        >
          <Icon name="layout-grid" />
          {elsewhere ? t(`office.noun.${elsewhere.name}`) : t('office.more')}
        </button>
      </nav>
      <MoreSheet frame={frame} noun={noun} />
    </>
  )
}

const MoreSheet: FC<{ frame: OfficeFrame; noun: NounName }> = ({ frame, noun }) => {
  const { t, reader } = useView()
  const { daily, watch, rooms } = nounsOf(frame, noun)
  const name = reader?.name ?? ''
  return (
    <dialog class="sheet lg:hidden" id="more" aria-labelledby="more-h">
      <div class="sheet-scroll px-4 pb-4">
        <div class="flex items-center justify-between py-2">
          <h2 class="text-lg" id="more-h">
            {frame.place.storeName} <span class="text-sm font-normal text-muted">{frame.place.brandName}</span>
          </h2>
          <span class="-me-2 flex">
            {frame.hasOtherPlaces && (
              <a class="btn btn-ghost" href={paths.desks.href({})}>
                {t('office.switch_store')}
              </a>
            )}
            <button
              class="btn btn-ghost btn-square"
              type="button"
              commandfor="more"
              command="close"
              aria-label={t('office.close')}
            >
              <Icon name="x" />
            </button>
          </span>
        </div>
        <ul class="grid grid-cols-3 gap-2">
          {[...daily, ...watch, ...rooms].map((it) => (
            <li>
              <a
                class={`pick relative min-h-[4.75rem] gap-1 ${it.isCurrent ? 'border-ink font-bold shadow-[inset_0_0_0_1px_var(--ink)]' : 'border-line'}`}
                href={it.href}
                {...(it.isCurrent ? { 'aria-current': 'page' } : {})}
              >
                <Icon name={it.icon} class={it.isCurrent ? 'text-brand-ink' : 'text-muted'} />
                {t(`office.noun.${it.name}`)}
                {it.count !== undefined && <StuckBubble spot="more" count={it.count} />}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <div class="sheet-foot">
        <div class="flex items-center gap-3">
          <span class="face" aria-hidden="true">
            {name.slice(0, 1)}
          </span>
          <span class="min-w-0 leading-5">
            <span class="block truncate">{name}</span>
            <span class="block text-xs text-muted">{rankText(t, frame.rank)}</span>
          </span>
          <LanguageLink class="act ms-auto" />
          <form class="ms-2" method="post" action={paths.signOut.href({})}>
            <button class="act" type="submit">
              {t('auth.sign_out')}
            </button>
          </form>
        </div>
      </div>
    </dialog>
  )
}
