import type { FC } from 'hono/jsx'
import type { AskedAdmin, Keeper } from '../../domain/people/staff/platform-people'
import { paths } from '../paths'
import { useView } from '../ui/view'
import { dateText, dayClockText } from '../ui/words'

const row = 'flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2'

/** A form that is one button, sent by htmx where it may be. */
const Act: FC<{ href: string; words: string; name: string }> = ({ href, words, name }) => (
  <form
    method="post"
    action={href}
    hx-post={href}
    hx-target="#people-panel"
    hx-swap="outerHTML"
    hx-disable="find button[type=submit]"
  >
    <button class="act" type="submit" aria-label={`${words} ${name}`}>
      {words}
    </button>
  </form>
)

/** A boss or a brand admin: since when, made so by whom, and the way out or back. */
export const KeeperRow: FC<{ keeper: Keeper }> = ({ keeper }) => {
  const { t, lang } = useView()
  const { id, name, login, isActive, createdAt, createdByName } = keeper
  const day = dateText(createdAt, lang, 'Asia/Taipei', { year: 'numeric', month: 'numeric', day: 'numeric' })
  const href = (isActive ? paths.platformDeactivation : paths.platformReactivation).href({ id })
  return (
    <li class={isActive ? row : `${row} text-muted`}>
      <span class={isActive ? 'face' : 'face is-off'} aria-hidden="true">
        {name.slice(0, 1)}
      </span>
      <span class="min-w-0 flex-1 leading-5">
        <b>{name}</b> <span class="text-sm text-muted">{login}</span>
        <span class="num block text-xs text-muted">
          {isActive ? t('platform.people.since', { day }) : t('platform.people.off')}
          {createdByName && <> · {t('platform.people.by', { name: createdByName })}</>}
        </span>
      </span>
      <Act href={href} words={t(isActive ? 'platform.people.end' : 'platform.people.back')} name={name} />
    </li>
  )
}

/** Somebody who was asked and has not answered. */
export const AskedRow: FC<{ asked: AskedAdmin }> = ({ asked: { id, name, expiresAt, createdByName } }) => {
  const { t, lang } = useView()
  return (
    <li class={row}>
      <span class="face is-asked" aria-hidden="true">
        {name.slice(0, 1)}
      </span>
      <span class="min-w-0 flex-1 leading-5">
        <b>{name}</b> <span class="text-sm text-muted">{t('platform.people.asked')}</span>
        <span class="num block text-xs text-muted">
          {t('platform.people.until', { when: dayClockText(expiresAt, lang, 'Asia/Taipei') })}
          {createdByName && <> · {t('platform.people.by', { name: createdByName })}</>}
        </span>
      </span>
      <a class="act" href={`${paths.platformInvitation.href({ id })}#invitation`}>
        {t('platform.people.show')}
      </a>
      <Act href={paths.platformInvitationWithdrawal.href({ id })} words={t('platform.people.withdraw')} name={name} />
    </li>
  )
}
