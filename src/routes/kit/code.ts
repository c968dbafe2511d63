import { z } from 'zod'
import { codeOf, codeRules, type Purpose } from '../../domain/people/codes/code'
import { type OpenCode, openCode } from '../../domain/people/codes/open-code'
import { resendCode } from '../../domain/people/codes/resend-code'
import { addressOf } from './address'
import type { C } from './context'
import { NotFound } from './errors'
import { idParam } from './params'
import { arrivalOf } from './session'

/** Six digits as a form sends them; spaces that came along with a pasted code are forgiven. */
export const codeField = z
  .string('auth.code.missing')
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'auth.code.missing'))

export type CodeShown = {
  phone: string
  minutesLeft: number
  waitSeconds: number
  waitOf: number
  demoCode: string | null
  isOver: boolean
}

/** The code in the URL, as this browser may see it: only the one that was asked for it. 404 otherwise. */
export async function codeShown(c: C, purpose: Purpose): Promise<CodeShown & { open: OpenCode }> {
  const { deps } = c.var
  const now = deps.now()
  const open = await openCode(deps.db, now, asked(c, purpose))
  if (!open || open.over === 'used') throw new NotFound()
  const until = (at: Date, unitMs: number) => Math.max(0, Math.ceil((at.getTime() - now.getTime()) / unitMs))
  return {
    open,
    phone: open.phone,
    minutesLeft: until(open.expiresAt, 60_000),
    waitSeconds: until(open.nextAt, 1_000),
    waitOf: codeRules.waitSeconds,
    demoCode: deps.codes.sender?.isDemo ? codeOf(deps.codes.secret, open.id) : null,
    isOver: open.over !== null,
  }
}

/** Asks for another code: its id, or the seconds to wait. 404 for what is not this browser's. */
export async function resend(c: C, purpose: Purpose): Promise<{ id: string } | { wait: number }> {
  const { deps, lang } = c.var
  const again = { ...asked(c, purpose), from: addressOf(c), lang }
  const result = await resendCode(deps.db, deps.now(), deps.codes.secret, again)
  if (result.ok) return { id: result.value }
  if (result.refusal.reason === 'not_found') throw new NotFound()
  return { wait: result.refusal.seconds }
}

export const asked = (c: C, purpose: Purpose) => ({ id: idParam(c, 'id'), purpose, visitor: arrivalOf(c).visitor })
