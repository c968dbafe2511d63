import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { paths } from '../../../src/views/paths'
import { LineEmulator } from '../../support/line'
import { secondProcess } from './second-process'

export type LineSite = { url: string; line: LineEmulator; stop(): Promise<void> }

const client = { id: '1234567890', secret: 'line-channel-secret', redirectUri: '' }

/** A process of the site under test that knows LINE: an emulator of it, with the script that pages inside LINE load. */
export async function lineSite(): Promise<LineSite> {
  const line = new LineEmulator(client)
  const app = line.serve()
  app.get('/sdk.js', async (c) => {
    const token = await line.liffToken(line.someone)
    c.header('Content-Type', 'text/javascript')
    return c.body(`window.liff = { init: async () => {}, isLoggedIn: () => true, getIDToken: () => '${token}' }`)
  })
  const server = await new Promise<ServerType>((resolve) => {
    const opened = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(opened))
  })
  // An address of another site than ours: the browser comes back from elsewhere, as it would from LINE.
  const vendor = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const site = await secondProcess({
    ...{ LINE_CHANNEL_ID: client.id, LINE_CHANNEL_SECRET: client.secret, LIFF_ID: `${client.id}-abcdefgh` },
    ...{ LINE_ACCESS_URL: vendor, LINE_API_URL: vendor, LIFF_SDK_URL: `${vendor}/sdk.js` },
  })
  line.client.redirectUri = site.url + paths.oauthCallback.href({ provider: 'line' })
  return {
    url: site.url,
    line,
    async stop() {
      await site.stop()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
