import { z } from 'zod'
import type { C } from '../kit/context'
import { NotFound } from '../kit/errors'

const uuid = z.uuid()

/** The order this URL is about; what is no id cannot be found. */
export function idOf(c: C): string {
  const id = uuid.safeParse(c.req.param('id'))
  if (!id.success) throw new NotFound()
  return id.data
}
