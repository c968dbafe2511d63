import { STATUS_CODES } from 'node:http'
import type { C } from './context'

export type Problem = {
  status: number
  code: string
  detail?: string
  errors?: { path: string; message: string }[]
  /** More members, as RFC 9457 allows: out_of_stock has `lines`. */
  more?: Record<string, unknown>
}

/** An error as application/problem+json (RFC 9457), the same shape everywhere in the API. */
export function problem(c: C, { status, code, detail, errors, more }: Problem): Response {
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    ...(detail ? { detail } : {}),
    ...(errors ? { errors } : {}),
    ...more,
    request_id: c.var.requestId,
  }
  return c.body(JSON.stringify(body), status as 400, { 'Content-Type': 'application/problem+json; charset=utf-8' })
}
