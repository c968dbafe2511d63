import { invitationBySecret, stateOf } from '../../domain/people/invitations/queries'
import { readSettings } from '../../domain/settings/settings'
import type { C } from './context'

const invited = /^\/join\/([\w-]{1,80})$/

/** Whether whoever asks may open an account: anybody while registration is open, else only on the way back to an invitation that still stands. */
export async function mayRegister(c: C, back?: string | undefined): Promise<boolean> {
  const { db, now } = c.var.deps
  if ((await readSettings(db)).registrationOpen) return true
  const secret = invited.exec(back ?? '')?.[1]
  const invitation = secret ? await invitationBySecret(db, secret) : null
  return invitation !== null && stateOf(invitation, now()) === 'open'
}
