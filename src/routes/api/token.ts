import { createRoute, z } from '@hono/zod-openapi'
import { checkPassword } from '../../domain/people/sign-in'
import { issueAccessToken, tokenSeconds } from '../../domain/people/tokens'
import { addressOf } from '../kit/address'
import { ApiProblem } from '../kit/api-problem'
import { TooMany } from '../kit/errors'
import { need } from '../kit/guard'
import { apiRouter } from './router'
import { answers } from './schemas'

export const token = apiRouter()

const wrong = () => new ApiProblem({ status: 401, code: 'wrong_credentials', detail: 'Wrong username or password' })

const passwordForm = z.object({ username: z.string().min(1).max(254), password: z.string().min(1).max(200) })
const tokenSchema = z
  .object({ access_token: z.string(), token_type: z.literal('bearer'), expires_in: z.int() })
  .openapi('Token')

token.openapi(
  createRoute({
    method: 'post',
    path: '/token',
    summary: 'A bearer token for a username (or email) and password: the OAuth2 password form',
    middleware: [need('public')] as const,
    request: { body: { required: true, content: { 'application/x-www-form-urlencoded': { schema: passwordForm } } } },
    responses: answers(200, tokenSchema, 'The token'),
  }),
  async (c) => {
    const { db, env, now } = c.var.deps
    const { username, password } = c.req.valid('form')
    const checked = await checkPassword(db, now(), { login: username, password, from: addressOf(c) })
    if (!checked.ok) {
      if (checked.refusal.reason === 'too_many') throw new TooMany(checked.refusal.seconds)
      throw wrong()
    }
    c.header('Cache-Control', 'no-store')
    const access_token = await issueAccessToken(db, env.jwtSecret, checked.value.accountId, now())
    if (!access_token) throw wrong()
    return c.json({ access_token, token_type: 'bearer' as const, expires_in: tokenSeconds }, 200)
  },
)
