import { demoGateway, type Send } from './domain/payments/demo/adapter'
import type { Gateways } from './domain/payments/gateway'
import type { Env } from './env'
import { paths } from './views/paths'

/** The payment providers of this installation. Without a contract with one, the demo bank that this server itself houses. */
export function gatewaysOf(env: Pick<Env, 'publicUrl' | 'sessionSecret'>, send?: Send): Gateways {
  const bank = paths.demoGatewayCharges.pattern.replace(/\/charges$/, '')
  return { byName: { demo: demoGateway(() => env.publicUrl + bank, env.sessionSecret, send) }, online: 'demo' }
}
