import { createRoute, z } from '@hono/zod-openapi'
import { archiveDish } from '../../domain/menu/archive-dish'
import { createDish } from '../../domain/menu/create-dish'
import { type MenuItem, menuItem, menuItems } from '../../domain/menu/queries'
import { updateDish } from '../../domain/menu/update-dish'
import { may } from '../../domain/people/may'
import type { Ctx } from '../../domain/shared/ctx'
import { paths } from '../../views/paths'
import { textIn } from '../../views/ui/words'
import { type C, ctxOf } from '../kit/context'
import { Forbidden, NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { run } from '../kit/run'
import { idParam, itemBody, jsonBody } from './bodies'
import { deskOf, storeOf } from './default-store'
import { once } from './once'
import { isId } from './place'
import { granted } from './refusals'
import { apiRouter } from './router'
import { answers, itemSchema } from './schemas'

export const items = apiRouter()

function shape(c: C, item: MenuItem): z.infer<typeof itemSchema> {
  const picture = item.picture
  return {
    id: item.id,
    name: textIn(item.name, c.var.lang),
    price: item.price,
    description: textIn(item.description, c.var.lang),
    category: textIn(item.category, c.var.lang),
    image_url: picture ? paths.picture.href({ file: `${picture.fileName}-${picture.widths.at(-1)}.webp` }) : null,
    available: item.availability.state !== 'sold_out',
    stock: item.stock,
  }
}

/** The context for changing the menu: the caller's own store, and only with the right to edit. */
async function editorCtx(c: C): Promise<Ctx> {
  const place = await deskOf(c)
  if (!may(c.var.actor, 'office.edit', place)) throw new Forbidden()
  return ctxOf(c, place)
}

async function shown(c: C, ctx: Ctx, id: string) {
  const item = await menuItem(c.var.deps.db, ctx, id)
  if (!item) throw new NotFound()
  return shape(c, item)
}

items.openapi(
  createRoute({
    method: 'get',
    path: '/orchestration/menu/items',
    summary: 'What the store sells now',
    middleware: [need('public')] as const,
    request: { query: z.object({ store_id: z.string().optional() }) },
    responses: answers(200, z.object({ items: z.array(itemSchema) }), 'The menu'),
  }),
  async (c) => {
    const place = await storeOf(c, c.req.valid('query').store_id)
    const list = await menuItems(c.var.deps.db, place)
    return c.json({ items: list.map((item) => shape(c, item)) }, 200)
  },
)

items.openapi(
  createRoute({
    method: 'post',
    path: '/orchestration/menu/admin/items',
    summary: 'Puts a new dish on the menu',
    middleware: [need('works'), once] as const,
    request: jsonBody(itemBody),
    responses: answers(201, itemSchema, 'The dish'),
  }),
  async (c) => {
    const ctx = await editorCtx(c)
    const { stock, ...dish } = c.req.valid('json')
    const { dishId } = granted(await run(c, createDish, { ...dish, stock: stock ?? undefined }, ctx))
    return c.json(await shown(c, ctx, dishId), 201)
  },
)

items.openapi(
  createRoute({
    method: 'put',
    path: '/orchestration/menu/admin/items/{id}',
    summary: 'Changes a dish; what is not named stays',
    middleware: [need('works')] as const,
    request: { params: idParam, ...jsonBody(itemBody.partial()) },
    responses: answers(200, itemSchema, 'The dish, changed'),
  }),
  async (c) => {
    const ctx = await editorCtx(c)
    const { id } = c.req.valid('param')
    if (!isId(id)) throw new NotFound()
    const { stock, ...change } = c.req.valid('json')
    granted(await run(c, updateDish, { dishId: id, ...change, stock: stock ?? undefined }, ctx))
    return c.json(await shown(c, ctx, id), 200)
  },
)

items.openapi(
  createRoute({
    method: 'delete',
    path: '/orchestration/menu/admin/items/{id}',
    summary: 'Takes a dish off the menu; past orders keep their lines',
    middleware: [need('works')] as const,
    request: { params: idParam },
    responses: { 204: { description: 'Gone' } },
  }),
  async (c) => {
    const ctx = await editorCtx(c)
    const { id } = c.req.valid('param')
    if (!isId(id)) throw new NotFound()
    granted(await run(c, archiveDish, { dishId: id }, ctx))
    return c.body(null, 204)
  },
)
