import type { FC } from 'hono/jsx'
import type { Invitation, InvitationState } from '../../domain/people/invitations/queries'
import { paths } from '../paths'
import { Alert, Field, fieldAttrs, IdempotencyKey } from '../ui/form'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { leftText } from '../ui/when'
import { type GrantEdit, rightNames } from './right-tick'

type Place = { brandSlug: string; storeSlug: string }
export type InviteTyped = {
  name: string
  rights: ReadonlySet<string>
  key: string
  errors: { name?: string; rights?: string; form?: string }
}
/** An invitation with its link and its code. */
export type ShownInvitation = { invitation: Invitation; state: InvitationState; link: string; code: string }

/** Who is asked, and what they will be able to do. */
export const InviteForm: FC<{ place: Place; edit: GrantEdit; typed?: InviteTyped | undefined }> = ({
  place,
  edit,
  typed,
}) => {
  const { t } = useView()
  const action = paths.officeInvitations.href({ brand: place.brandSlug, store: place.storeSlug })
  const errors = typed?.errors ?? {}
  return (
    <>
      <h2 class="text-lg" id="invite-h">
        {t('staff.invite')}
      </h2>
      <p class="text-sm text-muted">{t('staff.invite_lead')}</p>
      <form class="mt-4 grid gap-4" method="post" action={action} novalidate>
        <IdempotencyKey value={typed?.key} />
        <Alert text={errors.form} />
        <Field name="name" label={t('staff.invite_name')} error={errors.name}>
          <input
            class="input"
            type="text"
            maxlength={80}
            autocomplete="off"
            required
            value={typed?.name ?? ''}
            {...fieldAttrs('name', errors.name)}
          />
        </Field>
        <fieldset class="field" {...(errors.rights ? { 'aria-describedby': 'e-rights' } : {})}>
          <legend class="text-sm font-bold">{t('staff.may_do')}</legend>
          {rightNames
            .filter((right) => edit.grantable[right])
            .map((right) => (
              <label class="choice border-b border-line border-t-0!">
                <span class="flex-1 leading-6">
                  {t(`staff.right.${right}`)}
                  <span class="block text-xs font-normal text-muted">{t(`staff.right_note.${right}`)}</span>
                </span>
                <input
                  class="tick"
                  type="checkbox"
                  name="right"
                  value={right}
                  checked={typed?.rights.has(right) ?? false}
                />
              </label>
            ))}
          {errors.rights && (
            <p class="error" id="e-rights">
              <Icon name="circle-alert" />
              {errors.rights}
            </p>
          )}
        </fieldset>
        <button class="btn btn-neutral w-full" type="submit">
          <Icon name="user-round-plus" />
          {t('staff.make_link')}
        </button>
      </form>
    </>
  )
}

/** An invitation that waits: its link to send, its code to read aloud. */
export const InvitationPanel: FC<{ place: Place; shown: ShownInvitation }> = ({ place, shown }) => {
  const view = useView()
  const { t } = view
  const { invitation, state, link, code } = shown
  const params = { brand: place.brandSlug, store: place.storeSlug, id: invitation.id }
  return (
    <>
      <h2 class="text-lg" id="invite-h">
        {t('staff.invitation')}
      </h2>
      <p class="text-sm text-muted">{t('staff.invitation_for', { name: invitation.name })}</p>
      {state === 'open' ? (
        <>
          <div class="field mt-4">
            <label for="link">{t('staff.send_link')}</label>
            <div class="flex gap-2">
              <input class="input num text-sm" id="link" readonly value={link} />
              <button
                class="btn btn-square size-12"
                type="button"
                data-copy="link"
                data-copied={t('staff.copied')}
                aria-label={t('staff.copy_link')}
              >
                <Icon name="copy" />
              </button>
            </div>
          </div>
          <a
            class="btn mt-2 w-full"
            href={`https://line.me/R/share?text=${encodeURIComponent(link)}`}
            rel="noreferrer"
            target="_blank"
          >
            <Icon name="message-circle" />
            {t('staff.send_line')}
          </a>
          <p class="mt-5 text-sm font-bold">{t('staff.read_aloud')}</p>
          <p class="num mt-1 flex items-baseline justify-between gap-2">
            <b class="text-xl tracking-[.12em] whitespace-nowrap">{`${code.slice(0, 4)} ${code.slice(4)}`}</b>
            <span class="text-xs text-wait">{leftText(view, invitation.expiresAt)}</span>
          </p>
          <p class="hint">{t('staff.code_hint', { path: paths.join.href({}) })}</p>
        </>
      ) : (
        <p class="notice mt-4">{t(`staff.state.${state}`)}</p>
      )}
      <div class="mt-4 border-t border-line pt-4">
        <p class="text-sm font-bold">{t('staff.may_do')}</p>
        <ul class="text-sm leading-7">
          {rightNames.map((right) =>
            invitation[right] ? (
              <li class="flex items-center gap-2">
                <Icon name="check" class="size-4 text-ok" />
                {t(`staff.right.${right}`)}
              </li>
            ) : (
              <li class="flex items-center gap-2 text-muted">
                <Icon name="minus" class="size-4" />
                {t(`staff.right.${right}`)}
                <span class="sr-only">{t('staff.not_this')}</span>
              </li>
            ),
          )}
        </ul>
        {state === 'open' && (
          <form class="mt-2" method="post" action={paths.officeInvitationWithdrawal.href(params)}>
            <button class="act" type="submit">
              {t('staff.withdraw_invitation')}
            </button>
          </form>
        )}
      </div>
      <a class="btn mt-4 w-full" href={`${paths.officeStaff.href(params)}#invite`}>
        <Icon name="user-round-plus" />
        {t('staff.invite_another')}
      </a>
    </>
  )
}
