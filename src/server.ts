import { pino } from 'pino'
import { collectDefaultMetrics } from 'prom-client'
import { EmbeddedBusy } from './db/embedded/ownership'
import { freePort } from './db/embedded/server'
import { MigrationError } from './db/migrate'
import { demoLogins, demoPin } from './db/seed/accounts'
import { type Env, EnvError, readEnv } from './env'
import { Unfit } from './listen'
import { registry } from './routes/kit/metrics'
import { keptSecrets } from './secrets'
import { type Role, start } from './start'

const roles: Role[] = ['all', 'web', 'worker']

async function main(): Promise<void> {
  const role = roles.find((known) => known === (process.argv[2] ?? 'all'))
  if (!role) throw new Unfit(`"${process.argv[2]}" is no role: it is one of ${roles.join(', ')}`)
  const env = await withPort(readEnv(process.env, keptSecrets))
  const log = pino({ level: env.logLevel, base: { role } })
  collectDefaultMetrics({ register: registry })

  const starting = start(role, env, log)
  let isEnding = false
  const end = async (code: number) => {
    // Asked twice: at once. An embedded database left running is cleared away by the next start.
    if (isEnding) process.exit(1)
    isEnding = true
    const stop = await starting.catch(() => null)
    await stop?.()
    process.exit(code)
  }
  process.on('SIGINT', () => end(0))
  process.on('SIGTERM', () => end(0))
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, (err) => {
      log.fatal({ err }, 'unexpected fault, stopping')
      void end(1)
    })
  await starting
  if (!isEnding) greet(role, env)
}

/** PORT=0 asks for any free port. */
async function withPort(env: Env): Promise<Env> {
  if (env.port !== 0) return env
  const port = await freePort()
  return { ...env, port, publicUrl: process.env.PUBLIC_URL ? env.publicUrl : `http://localhost:${port}` }
}

function greet(role: Role, env: Env): void {
  const seconds = process.uptime().toFixed(1)
  if (role === 'worker') {
    console.log(`Comanda's worker is ready after ${seconds} s.`)
    return
  }
  console.log(`Comanda is ready after ${seconds} s: ${env.publicUrl}`)
  if (env.demo)
    console.log(
      `Demo sign-ins: ${demoLogins.map((name) => `${name}/${name}`).join('  ')}  (PIN on a paired tablet: ${demoPin})`,
    )
  console.log('Stop it with Ctrl-C.')
}

main().catch((e) => {
  const isExpected =
    e instanceof EnvError || e instanceof EmbeddedBusy || e instanceof MigrationError || e instanceof Unfit
  console.error(isExpected ? e.message : e)
  process.exit(1)
})
