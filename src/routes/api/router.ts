import { OpenAPIHono } from '@hono/zod-openapi'
import { ApiProblem } from '../kit/api-problem'
import type { AppEnv } from '../kit/context'

/** A router whose routes are validated, typed and documented by one schema each; bad input is a 422 that names every field. */
export const apiRouter = () =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return
      throw new ApiProblem({
        status: 422,
        code: 'validation',
        detail: result.error.issues[0]?.message ?? '',
        errors: result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
      })
    },
  })
