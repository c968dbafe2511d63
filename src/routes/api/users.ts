import { createRoute } from '@hono/zod-openapi'
import { myProfile } from '../../domain/people/accounts'
import { ensureCustomer } from '../../domain/people/customers'
import { roleOf } from '../../domain/people/may'
import { openAccount } from '../../domain/people/sign-up'
import { addressOf } from '../kit/address'
import { ApiProblem } from '../kit/api-problem'
import type { C } from '../kit/context'
import { NotFound, TooMany } from '../kit/errors'
import { need } from '../kit/guard'
import { mayRegister } from '../kit/registration'
import { jsonBody, userBody } from './bodies'
import { storeOf } from './default-store'
import { once } from './once'
import { apiRouter } from './router'
import { answers, userSchema } from './schemas'

export const users = apiRouter()

async function userShape(c: C, brandId: string, accountId: string) {
  const profile = await myProfile(c.var.deps.db, brandId, accountId)
  if (!profile) throw new NotFound()
  return {
    id: profile.id,
    username: profile.username,
    email: profile.email,
    role: roleOf(profile.grants),
    customer_id: profile.customerId,
    created_at: profile.createdAt.toISOString(),
  }
}

users.openapi(
  createRoute({
    method: 'post',
    path: '/orchestration/users',
    summary: 'Opens a customer account with its customer profile',
    middleware: [need('public'), once] as const,
    request: jsonBody(userBody),
    responses: answers(201, userSchema, 'The user'),
  }),
  async (c) => {
    const { db, now } = c.var.deps
    if (!(await mayRegister(c))) throw new ApiProblem({ status: 403, code: 'registration_closed' })
    const { brandId } = await storeOf(c)
    const opened = await openAccount(
      db,
      now(),
      { ...c.req.valid('json'), lang: c.var.lang, from: addressOf(c) },
      async (tx, person) => {
        await ensureCustomer(tx, { brandId, now: now() }, person.accountId)
        return person.accountId
      },
    )
    if (opened.ok) return c.json(await userShape(c, brandId, opened.value), 201)
    const { refusal } = opened
    if (refusal.reason === 'too_many') throw new TooMany(refusal.seconds)
    if (refusal.reason === 'taken')
      throw new ApiProblem({ status: 409, code: 'taken', errors: [{ path: refusal.field, message: 'taken' }] })
    const field = {
      login_missing: 'username',
      bad_username: 'username',
      bad_email: 'email',
      bad_phone: 'phone',
      bad_password: 'password',
    }[refusal.reason]
    throw new ApiProblem({ status: 422, code: 'validation', errors: [{ path: field, message: refusal.reason }] })
  },
)

users.openapi(
  createRoute({
    method: 'get',
    path: '/orchestration/users/me',
    summary: 'Who the token belongs to',
    middleware: [need('signed_in')] as const,
    responses: answers(200, userSchema, 'The user'),
  }),
  async (c) => {
    const { actor } = c.var
    if (actor.kind !== 'person') throw new NotFound()
    const { brandId } = await storeOf(c)
    return c.json(await userShape(c, brandId, actor.accountId), 200)
  },
)
