import { createRoute, z } from '@hono/zod-openapi'
import { type Customer, createCustomer, customerById, listCustomers } from '../../domain/people/customers'
import { may, type Permission, worksAt } from '../../domain/people/may'
import { type C, ctxOf } from '../kit/context'
import { Forbidden, NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { run } from '../kit/run'
import { customerBody, idParam, jsonBody, listOf, listQuery } from './bodies'
import { deskOf, storeOf } from './default-store'
import { once } from './once'
import { isId } from './place'
import { granted } from './refusals'
import { apiRouter } from './router'
import { answers, customerSchema } from './schemas'

export const customers = apiRouter()

const shape = ({ id, name, email, phone }: Customer) => ({ id, customer_id: id, name, email, phone, points: 0 })

/** The caller's desk, if they may see or write customers there. */
async function deskFor(c: C, permission: Permission) {
  const desk = await deskOf(c)
  if (!may(c.var.actor, permission, desk)) throw new Forbidden()
  return desk
}

customers.openapi(
  createRoute({
    method: 'post',
    path: '/orchestration/customers',
    summary: 'Staff write down a customer without a sign-in, as for a phone order',
    middleware: [need('works'), once] as const,
    request: jsonBody(customerBody),
    responses: answers(201, customerSchema, 'The customer'),
  }),
  async (c) => {
    const ctx = ctxOf(c, await deskFor(c, 'customer.write'))
    return c.json(shape(granted(await run(c, createCustomer, c.req.valid('json'), ctx))), 201)
  },
)

customers.openapi(
  createRoute({
    method: 'get',
    path: '/orchestration/customers',
    summary: 'The brand’s customers, newest first; q is part of a name, phone or address',
    middleware: [need('works')] as const,
    request: { query: listQuery.extend({ q: z.string().max(80).optional() }) },
    responses: answers(200, listOf(customerSchema), 'Customers'),
  }),
  async (c) => {
    const { q, limit, cursor } = c.req.valid('query')
    const { deps } = c.var
    const desk = await deskFor(c, 'customer.see')
    if (cursor !== undefined && !isId(cursor)) return c.json({ items: [], next_cursor: null }, 200)
    const { items, nextCursor } = await listCustomers(deps.db, desk, { q, limit, cursor })
    return c.json({ items: items.map(shape), next_cursor: nextCursor }, 200)
  },
)

customers.openapi(
  createRoute({
    method: 'get',
    path: '/orchestration/customers/{id}',
    summary: 'One customer, for themselves and for staff of the brand',
    middleware: [need('signed_in')] as const,
    request: { params: idParam },
    responses: answers(200, customerSchema, 'The customer'),
  }),
  async (c) => {
    const { actor, deps } = c.var
    const { id } = c.req.valid('param')
    const place = actor.kind === 'person' && actor.grants.length > 0 ? await deskOf(c) : await storeOf(c)
    const customer = isId(id) ? await customerById(deps.db, place, id) : null
    const isOwn = actor.kind === 'person' && customer?.accountId === actor.accountId
    if (!customer || !(isOwn || worksAt(actor, place))) throw new NotFound()
    if (!isOwn && !may(actor, 'customer.see', place)) throw new Forbidden()
    return c.json(shape(customer), 200)
  },
)
