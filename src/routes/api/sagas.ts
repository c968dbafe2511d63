import { createRoute } from '@hono/zod-openapi'
import { sagaDetail } from '../../domain/orders/saga/queries'
import { NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { idParam } from './bodies'
import { staffCtx } from './place'
import { apiRouter } from './router'
import { answers, sagaSchema } from './schemas'

export const sagas = apiRouter()

sagas.openapi(
  createRoute({
    method: 'get',
    path: '/orchestration/sagas/{id}',
    summary: 'The saga of an order: what was done, tried and undone; id is the order’s',
    middleware: [need('platform.manage')] as const,
    request: { params: idParam },
    responses: answers(200, sagaSchema, 'The saga'),
  }),
  async (c) => {
    const { ctx, orderId } = await staffCtx(c, c.req.valid('param').id, 'platform.manage')
    const saga = await sagaDetail(c.var.deps.db, ctx, orderId)
    if (!saga) throw new NotFound()
    const steps = saga.steps.flatMap((step) =>
      step.status === null || step.startedAt === null
        ? []
        : [
            {
              name: step.name,
              status: step.status,
              attempts: step.attempts,
              error: step.undoError ?? step.error,
              started_at: step.startedAt.toISOString(),
              finished_at: (step.undoneAt ?? step.finishedAt)?.toISOString() ?? null,
            },
          ],
    )
    return c.json(
      {
        saga_id: saga.sagaId,
        order_id: saga.orderId,
        status: saga.status,
        executed_steps: saga.executedSteps,
        steps,
        payload: saga.payload,
      },
      200,
    )
  },
)
