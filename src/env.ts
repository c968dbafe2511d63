import { z } from 'zod'

const text = z.string().trim().min(1)
const secret = z.string().min(32, 'must be at least 32 characters long')
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(3000),
  HOST: text.optional(),
  DATA_DIR: text.default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  SESSION_SECRET: secret.optional(),
  JWT_SECRET: secret.optional(),
  DEMO: z.stringbool('must be 1 or 0').optional(),
  LOG_LEVEL: z.enum(levels).default('info'),
  TRUST_PROXY: z.stringbool('must be 1 or 0').default(false),
  KOTSMS_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .default('https://api.kotsms.com.tw:8515/kotsms'),
  KOTSMS_USERNAME: text.optional(),
  KOTSMS_PASSWORD: text.optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address such as https://order.example' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
})

/** What this process was told from outside. Secrets are present once `withSecrets` has supplied them. */
export type Env = {
  isProduction: boolean
  port: number
  /** Undefined listens on every address. */
  host: string | undefined
  dataDir: string
  /** Null: the embedded server under `dataDir`. */
  databaseUrl: string | null
  sessionSecret: string
  jwtSecret: string
  /** Whether demo brands and accounts are made when the database is empty. */
  demo: boolean
  logLevel: (typeof levels)[number]
  /** Where readers reach the site, without a slash at the end. */
  publicUrl: string
  /** The account that carries codes to phones; null: none. */
  kotsms: { baseUrl: string; username: string; password: string } | null
  /** A proxy stands before this server and says in X-Forwarded-For who calls. */
  trustProxy: boolean
}

export type Secrets = { sessionSecret: string; jwtSecret: string }

/** The environment is unusable; the message names each variable at fault and says why. */
export class EnvError extends Error {}

/**
 * Reads the configuration from environment variables (an empty one counts as absent).
 * @param keptSecrets gives the secrets that are not set, outside production: made once and kept
 */
export function readEnv(source: Record<string, string | undefined>, keptSecrets: (dataDir: string) => Secrets): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success)
    throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  const env = parsed.data
  const isProduction = env.NODE_ENV === 'production'
  if (isProduction) refuseUnsafe(env)
  const kept = env.SESSION_SECRET && env.JWT_SECRET ? undefined : keptSecrets(env.DATA_DIR)
  return {
    isProduction,
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    sessionSecret: env.SESSION_SECRET ?? kept!.sessionSecret,
    jwtSecret: env.JWT_SECRET ?? kept!.jwtSecret,
    demo: env.DEMO ?? (!env.DATABASE_URL && !isProduction),
    logLevel: env.LOG_LEVEL,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    kotsms: kotsmsOf(env),
    trustProxy: env.TRUST_PROXY,
  }
}

function kotsmsOf({
  KOTSMS_URL,
  KOTSMS_USERNAME: username,
  KOTSMS_PASSWORD: password,
}: z.infer<typeof schema>): Env['kotsms'] {
  if (!username && !password) return null
  if (!username) throw new EnvError('KOTSMS_USERNAME: is missing beside KOTSMS_PASSWORD')
  if (!password) throw new EnvError('KOTSMS_PASSWORD: is missing beside KOTSMS_USERNAME')
  return { baseUrl: KOTSMS_URL.replace(/\/+$/, ''), username, password }
}

function refuseUnsafe(env: z.infer<typeof schema>): void {
  const problems: string[] = []
  for (const name of ['SESSION_SECRET', 'JWT_SECRET'] as const)
    if (!env[name]) problems.push(`${name}: is required in production (openssl rand -base64 48 makes one)`)
  if (env.DEMO) problems.push('DEMO: must be off in production: its passwords are public')
  if (problems.length > 0) throw new EnvError(problems.join('\n'))
}
