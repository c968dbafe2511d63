import type { Tx } from '../../../db/connect'
import { ok, type Result, refuse } from '../../shared/result'
import type { Gender, Notices } from './account-view'

export type ProfileChange = {
  name?: string
  /** YYYY-MM-DD; null takes it away. */
  birthDate?: string | null
  gender?: Gender | null
}
export type ProfileRefusal = { reason: 'bad_name' | 'bad_birth_date' }

/** Changes what is given of a person's own profile. A birth date lies in the past, at most 120 years back. */
export async function editProfile(
  tx: Tx,
  now: Date,
  accountId: string,
  change: ProfileChange,
): Promise<Result<void, ProfileRefusal>> {
  const { name, birthDate } = change
  if (name !== undefined && (name === '' || name.length > 80)) return refuse({ reason: 'bad_name' })
  if (birthDate && !isBirthDate(birthDate, now)) return refuse({ reason: 'bad_birth_date' })
  await tx
    .updateTable('account')
    .set({ ...change, updatedAt: now })
    .where('id', '=', accountId)
    .execute()
  return ok(undefined)
}

function isBirthDate(text: string, now: Date): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  const ageMs = now.getTime() - at.getTime()
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    at.toJSON()?.startsWith(text) === true &&
    ageMs > 0 &&
    ageMs < 120 * 31_557_600_000
  )
}

/** Sets the language a person is written to in, and what they want to be told of. */
export async function setPreferences(
  tx: Tx,
  now: Date,
  accountId: string,
  { lang, notices }: { lang: 'zh-Hant' | 'en'; notices: Notices },
): Promise<Result<void, never>> {
  await tx
    .updateTable('account')
    .set({ lang, notices: JSON.stringify(notices), updatedAt: now })
    .where('id', '=', accountId)
    .execute()
  return ok(undefined)
}
