import type { EffectDeps } from '../../shared/effect'
import type { Result } from '../../shared/result'
import type { Settled } from './settle-attempt'

/**
 * Asks the gateway how a payment stands, confirms it if it waits for that, and settles. What a return URL or an unsigned callback
 * leads to: neither is believed by itself.
 */
export async function resolveAttempt(
  _deps: EffectDeps,
  _input: { gateway: string; externalRef: string },
): Promise<Result<Settled, { reason: 'not_found' }>> {
  throw new Error('in the next slice')
}
