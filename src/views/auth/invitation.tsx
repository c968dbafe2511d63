import type { FC } from 'hono/jsx'
import type { Invitation, InvitationState } from '../../domain/people/invitations/queries'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { AuthLayout } from './layout'

export type InvitationProps = {
  secret: string
  invitation: Invitation
  state: InvitationState
  /** The reader is who accepted it. */
  isYours: boolean
}

const rights = ['p1', 'p2', 'p3', 'p4'] as const

/** What somebody is asked to do and where, and the one step to take it. */
export const InvitationPanel: FC<InvitationProps> = ({ secret, invitation, state, isYours }) => {
  const { t, reader } = useView()
  const here = paths.joinInvitation.href({ secret })
  const where = invitation.storeName ?? t('auth.join_whole_brand')
  return (
    <section id="invitation-panel" aria-labelledby="invitation-h">
      <p class="mt-8 flex items-center gap-3">
        <span class="seal size-12 text-2xl" aria-hidden="true">
          {invitation.seal}
        </span>
        <span class="font-bold leading-6">
          {invitation.brandName}
          <span class="block text-sm font-normal text-muted">{where}</span>
        </span>
      </p>
      <h1 class="mt-6 text-xl" id="invitation-h">
        {t('auth.join_hello', { name: invitation.name, by: invitation.createdByName })}
      </h1>
      <p class="mt-4 text-sm font-bold">{t('auth.join_may')}</p>
      <ul class="text-sm leading-7">
        {invitation.role === 'brand_admin' ? (
          <Held words={t('auth.join_admin')} />
        ) : (
          rights.filter((right) => invitation[right]).map((right) => <Held words={t(`staff.right.${right}`)} />)
        )}
      </ul>
      <div class="mt-6 grid gap-2">
        {state !== 'open' ? (
          <>
            <p class="notice" role="status">
              {t(isYours ? 'auth.join_yours' : `staff.state.${state}`)}
            </p>
            {isYours && (
              <a class="btn btn-primary btn-lg" href={paths.desks.href({})}>
                {t('auth.join_go')}
              </a>
            )}
          </>
        ) : reader ? (
          <form
            method="post"
            action={here}
            hx-post={here}
            hx-target="#invitation-panel"
            hx-swap="outerHTML"
            hx-disable="find button[type=submit]"
          >
            <button class="btn btn-primary btn-lg w-full" type="submit">
              {t('auth.join_accept', { name: reader.name })}
            </button>
          </form>
        ) : (
          <>
            <a class="btn btn-primary btn-lg" href={paths.signUp.href({}, { back: here })}>
              {t('auth.join_sign_up')}
            </a>
            <a class="btn btn-lg" href={paths.signIn.href({}, { back: here })}>
              {t('auth.join_sign_in')}
            </a>
          </>
        )}
      </div>
    </section>
  )
}

const Held: FC<{ words: string }> = ({ words }) => (
  <li class="flex items-center gap-2">
    <Icon name="check" class="size-4 text-ok" />
    {words}
  </li>
)

export const InvitationPage: FC<InvitationProps> = (props) => (
  <AuthLayout title={useView().t('auth.join_title')} shopfront={null}>
    <InvitationPanel {...props} />
  </AuthLayout>
)

export const invitationScreen = { Page: InvitationPage, Panel: InvitationPanel }
