import { identitiesOf } from '../../src/identities'
import { paths } from '../../src/views/paths'
import type { Answer, Client } from './client'
import { GoogleEmulator } from './google'
import { LineEmulator } from './line'
import type { Someone } from './oidc'
import type { Site } from './site'

const publicUrl = 'http://shop.test'
const callback = (provider: string) => publicUrl + paths.oauthCallback.href({ provider })
export const channel = {
  ...{ channelId: '1234567890', channelSecret: 'line-channel-secret', asksEmail: true },
  ...{ accessUrl: 'https://access.line.test', apiUrl: 'https://api.line.test' },
}
export const googleClient = {
  ...{ clientId: '42.apps.google.test', clientSecret: 'google-secret' },
  ...{ accountsUrl: 'https://accounts.google.test', tokenUrl: 'https://oauth2.google.test' },
}
const liff = { id: '1234567890-abcdefgh', sdkUrl: 'https://static.line-scdn.net/liff/edge/2/sdk.js' }

export type Vendors = { line: LineEmulator; google: GoogleEmulator }

/** Gives a site credentials with LINE (and its LIFF app) and Google, and leads the wire to emulators of both. */
export function withVendors(site: Site): Vendors {
  const { now } = site.deps
  const { channelId, channelSecret } = channel
  const { clientId, clientSecret } = googleClient
  const line = new LineEmulator({ id: channelId, secret: channelSecret, redirectUri: callback('line') }, now)
  const google = new GoogleEmulator({ id: clientId, secret: clientSecret, redirectUri: callback('google') }, now)
  const send = (url: string, init: RequestInit) => (url.includes('line.test') ? line : google).send(url, init)
  site.deps.identities = identitiesOf({ publicUrl, line: channel, liff, google: googleClient }, send)
  return { line, google }
}

/** Presses a provider's button; gives where the browser is sent. */
export async function pressed(client: Client, provider: 'line' | 'google', back?: string): Promise<string> {
  const answer = await client.panel(paths.oauth.href({ provider }), { back })
  if (answer.status !== 204 || !answer.location) throw new Error(`pressed in vain: ${answer.status} ${answer.text}`)
  return answer.location
}

/** The whole way: the button, the provider's page where this person allows it, and back. */
export async function cameBack(
  client: Client,
  vendor: LineEmulator | GoogleEmulator,
  someone: Someone,
  back?: string,
): Promise<Answer> {
  const provider = vendor instanceof LineEmulator ? 'line' : 'google'
  return client.get(pathOf(vendor.visit(await pressed(client, provider, back), someone)))
}

export const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url)
  return pathname + search
}

/** Why nobody was let in, as the address that the browser is led to says it; null when somebody was. */
export const refusalOf = ({ location }: Answer): string | null =>
  /\/refusal\?reason=(\w+)/.exec(location ?? '')?.[1] ?? null
