import { HTTPException } from 'hono/http-exception'
import type { Problem } from './problem'

/** A problem answer, thrown from anywhere in an API handler. */
export class ApiProblem extends HTTPException {
  constructor(readonly problem: Problem) {
    super(problem.status as 400, { message: problem.code })
  }
}
