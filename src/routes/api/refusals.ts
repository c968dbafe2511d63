import type { Result } from '../../domain/shared/result'
import { ApiProblem } from '../kit/api-problem'
import type { Problem } from '../kit/problem'

type Reasoned = { reason: string; lines?: { dishId: string; available: number }[] }

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
  tendered_short: { status: 422 },
}

/** The problem a domain refusal becomes: 409 unless it is a matter of the input or of what is not there. */
export function problemOf(refusal: Reasoned): Problem {
  const { status, code } = statusOf[refusal.reason] ?? { status: 409 }
  const { reason, lines, ...facts } = refusal
  return {
    status,
    code: code ?? reason,
    ...(lines ? { more: { lines: lines.map(({ dishId, available }) => ({ menu_item_id: dishId, available })) } } : { more: facts }),
  }
}

/** The value of a result; a refusal leaves as its problem. */
export function valueOf<T, R extends Reasoned>(result: Result<T, R>): T {
  if (result.ok) return result.value
  throw new ApiProblem(problemOf(result.refusal))
}
