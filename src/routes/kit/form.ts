import type { z } from 'zod'
import { ok, type Result, refuse } from '../../domain/shared/result'
import type { C } from './context'

/** What was typed, to be shown again, and what is wrong with it by field: zod's issue code or the schema's own message. */
export type FormProblem = { typed: Record<string, string>; errors: Record<string, string> }

const read = new WeakMap<object, Promise<Record<string, unknown>>>()

/** A submitted form's fields, read once a request and not to be changed; a name sent several times is a list. */
export function formOf(c: C): Promise<Record<string, unknown>> {
  const known = read.get(c.req)
  if (known) return known
  const fields = fieldsOf(c)
  read.set(c.req, fields)
  return fields
}

async function fieldsOf(c: C): Promise<Record<string, unknown>> {
  const type = c.req.header('Content-Type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return c.req.parseBody({ all: true })
  // Read as text: the platform's FormData goes through a stream and costs ten times as much.
  const fields: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(await c.req.text())) {
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  return fields
}

/** Reads and checks a submitted form. The schema's messages are keys of words; nothing typed is lost on a refusal. */
export async function readForm<S extends z.ZodType>(c: C, schema: S): Promise<Result<z.output<S>, FormProblem>> {
  const body = await formOf(c)
  const parsed = schema.safeParse(body)
  if (parsed.success) return ok(parsed.data)
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.')
    errors[field] ??= issue.message
  }
  return refuse({ typed: typedOf(body), errors })
}

/** The plain text fields of a form body, for showing them again. */
export function typedOf(body: Record<string, unknown>): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of Object.entries(body)) if (typeof value === 'string') typed[name] = value
  return typed
}
