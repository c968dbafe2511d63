import { z } from 'zod'

const text = z.string().trim().min(1)
const secret = z.string().min(32, 'must be at least 32 characters long')
const address = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .transform((url) => url.replace(/\/+$/, ''))
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
  LINE_CHANNEL_ID: text.optional(),
  LINE_CHANNEL_SECRET: text.optional(),
  LINE_ASKS_EMAIL: z.stringbool('must be 1 or 0').default(false),
  LINE_ACCESS_URL: address.default('https://access.line.me'),
  LINE_API_URL: address.default('https://api.line.me'),
  LIFF_ID: text.optional(),
  LIFF_SDK_URL: address.default('https://static.line-scdn.net/liff/edge/2/sdk.js'),
  GOOGLE_CLIENT_ID: text.optional(),
  GOOGLE_CLIENT_SECRET: text.optional(),
  GOOGLE_ACCOUNTS_URL: address.default('https://accounts.google.com'),
  GOOGLE_TOKEN_URL: address.default('https://oauth2.googleapis.com'),
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
  /** The LINE Login channel that guests may sign in by; null: none. */
  line: { channelId: string; channelSecret: string; asksEmail: boolean; accessUrl: string; apiUrl: string } | null
  /** Pages that open inside LINE, an app of that channel; null: none. */
  liff: { id: string; sdkUrl: string } | null
  /** The Google client that guests may sign in by; null: none. */
  google: { clientId: string; clientSecret: string; accountsUrl: string; tokenUrl: string } | null
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
    line: lineOf(env),
    liff: liffOf(env),
    google: googleOf(env),
    trustProxy: env.TRUST_PROXY,
  }
}

type Given = z.infer<typeof schema>

/** Two that are of use only together; null when neither is set. */
function both(env: Given, one: keyof Given, other: keyof Given): [string, string] | null {
  if (!env[one] && !env[other]) return null
  const missing = env[one] ? (env[other] ? null : other) : one
  if (missing) throw new EnvError(`${missing}: is missing beside ${missing === one ? other : one}`)
  return [String(env[one]), String(env[other])]
}

function kotsmsOf(env: Given): Env['kotsms'] {
  const account = both(env, 'KOTSMS_USERNAME', 'KOTSMS_PASSWORD')
  if (!account) return null
  return { baseUrl: env.KOTSMS_URL.replace(/\/+$/, ''), username: account[0], password: account[1] }
}

function lineOf(env: Given): Env['line'] {
  const channel = both(env, 'LINE_CHANNEL_ID', 'LINE_CHANNEL_SECRET')
  if (!channel) return null
  const [channelId, channelSecret] = channel
  const { LINE_ASKS_EMAIL: asksEmail, LINE_ACCESS_URL: accessUrl, LINE_API_URL: apiUrl } = env
  return { channelId, channelSecret, asksEmail, accessUrl, apiUrl }
}

function liffOf({ LIFF_ID: id, LIFF_SDK_URL: sdkUrl, LINE_CHANNEL_ID }: Given): Env['liff'] {
  if (!id) return null
  if (!LINE_CHANNEL_ID) throw new EnvError('LIFF_ID: needs LINE_CHANNEL_ID, the channel that the LIFF app belongs to')
  return { id, sdkUrl }
}

function googleOf(env: Given): Env['google'] {
  const client = both(env, 'GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET')
  if (!client) return null
  const { GOOGLE_ACCOUNTS_URL: accountsUrl, GOOGLE_TOKEN_URL: tokenUrl } = env
  return { clientId: client[0], clientSecret: client[1], accountsUrl, tokenUrl }
}

/** What a provider says of our guests is believed because it comes over TLS from the provider. */
const tlsOnly = ['LINE_ACCESS_URL', 'LINE_API_URL', 'LIFF_SDK_URL', 'GOOGLE_ACCOUNTS_URL', 'GOOGLE_TOKEN_URL'] as const

function refuseUnsafe(env: Given): void {
  const problems: string[] = []
  for (const name of ['SESSION_SECRET', 'JWT_SECRET'] as const)
    if (!env[name]) problems.push(`${name}: is required in production (openssl rand -base64 48 makes one)`)
  for (const name of tlsOnly)
    if (!env[name].startsWith('https://')) problems.push(`${name}: must be https in production`)
  if (env.DEMO) problems.push('DEMO: must be off in production: its passwords are public')
  if (problems.length > 0) throw new EnvError(problems.join('\n'))
}
