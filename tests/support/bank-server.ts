import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TestGateway } from './gateway'

export type BankServer = {
  gateway: TestGateway
  url: string
  onKillDatabase: () => Promise<void>
  close(): Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<never> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString() || '{}') as never
}

/** The test's bank behind HTTP, for processes that will be killed: what it has taken and given back survives them. */
export async function aBankServer(): Promise<BankServer> {
  const gateway = new TestGateway()
  const bank: BankServer = {
    gateway,
    url: '',
    onKillDatabase: async () => {},
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const answers: Record<string, (body: never) => Promise<unknown> | unknown> = {
    '/start': (body) => gateway.start(body),
    '/query': (body) => gateway.query(body),
    '/refund': ({ externalRef, amount, key }: { externalRef: string; amount: number; key: string }) =>
      gateway.refund(externalRef, amount, key),
    '/approve': ({ externalRef }: { externalRef: string }) => gateway.set(externalRef, 'approved'),
    '/kill-database': () => bank.onKillDatabase(),
  }
  const server = createServer(async (request, response) => {
    const answer = await answers[request.url ?? '']?.(await bodyOf(request))
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer ?? {}))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  bank.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return bank
}
