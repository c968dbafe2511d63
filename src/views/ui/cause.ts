import type { T } from './words'

const isCode = (text: string): boolean => /^[a-z_]+$/.test(text)

/** Why an order ended: one of our codes in the reader's language, own words as they were written. */
export const causeText = (t: T, cause: string): string =>
  isCode(cause) ? t(`orders.cause.${cause}`, { defaultValue: cause }) : cause

/** The usual reasons to take no orders for a while. Kept as codes, so that guests read them in their own language. */
export const pauseReasons = ['busy', 'short_staffed', 'broken'] as const

/** A pause's reason, read in the same way. */
export const pauseReasonText = (t: T, reason: string): string =>
  isCode(reason) ? t(`ui.pause_reason.${reason}`, { defaultValue: reason }) : reason
