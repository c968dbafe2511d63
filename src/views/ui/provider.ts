import type { ProviderName } from '../../domain/people/identities/provider'
import type { IconName } from './icon'

/** What providers are called, in every language. */
const names = { line: 'LINE', google: 'Google' } as const satisfies Record<ProviderName, string>
const icons = { line: 'message-circle', google: 'at-sign' } as const satisfies Record<ProviderName, IconName>

export const providerText = (provider: ProviderName): string => names[provider]
export const providerIcon = (provider: ProviderName): IconName => icons[provider]
