import { z } from 'zod'
import type { C } from './context'
import { NotFound } from './errors'

const id = z.uuid()

/** An id from the URL. What is no id names nothing: 404. */
export function idParam(c: C, name: string): string {
  const parsed = id.safeParse(c.req.param(name))
  if (!parsed.success) throw new NotFound()
  return parsed.data
}

/** An id from the query; undefined when absent or no id. */
export const idQuery = (c: C, name: string): string | undefined => id.safeParse(c.req.query(name)).data
