import type { Result } from '../../domain/shared/result'
import { ApiProblem } from '../kit/api-problem'
import type { Problem } from '../kit/problem'

type Reasoned = { reason: string; lines?: readonly object[] }

const statusOf: Record<string, { status: number; code?: string }> = {
  not_found: { status: 404 },
  key_reused: { status: 422, code: 'idempotency_key_reused' },
  sold_out: { status: 409, code: 'out_of_stock' },
  bad_options: { status: 422 },
  bad_quantity: { status: 422 },
  bad_lines: { status: 422 },
  empty: { status: 422 },
  address_missing: { status: 422 },
  contact_missing: { status: 422 },
  too_little: { status: 422 },
  too_long: { status: 422 },
  cause_missing: { status: 422 },
}

/** The problem a domain refusal becomes: 409 unless it is a matter of the input or of what is not there. */
export function problemOf(refusal: Reasoned): Problem {
  const { status, code } = statusOf[refusal.reason] ?? { status: 409 }
  const { reason, lines, ...facts } = refusal
  const named = lines?.map((line) =>
    snake('dishId' in line ? { menuItemId: line.dishId, ...without(line, 'dishId') } : line),
  )
  return { status, code: code ?? reason, more: { ...snake(facts), ...(named ? { lines: named } : {}) } }
}

const without = (record: object, key: string) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

const snake = (record: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), value]),
  )

/** The value of a result; a refusal leaves as its problem. */
export function granted<T, R extends Reasoned>(result: Result<T, R>): T {
  if (result.ok) return result.value
  throw new ApiProblem(problemOf(result.refusal))
}
