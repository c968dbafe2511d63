import type { Lang } from '../shared/ctx'

type Place = { brandId: string; storeId: string }

/** Every job that leaves a transaction, with what it carries. `worker.ts` has one handler for each, complete by type. */
export type Topics = {
  /** Carry an order's saga on from where it stands. */
  'order.advance': Place & { orderId: string }
  /** A draft's hold has run out: ask the gateway, then finalise or expire. */
  'order.expire': Place & { orderId: string; round: number }
  /** Send money back. */
  'payment.refund': Place & { orderId: string; refundId: string }
  /** Find out how an attempt whose answer was lost really ended. */
  'payment.query': Place & { orderId: string; attemptId: string; round: number }
  /** A future ticket is due to start: put it on the board. */
  'ticket.release': Place & { orderId: string }
  /** A saga's step that touches the world, or its taking back. */
  'saga.step': Place & { orderId: string; step: string; act: 'perform' | 'take_back' }
  /** Find orders left behind by a crash and send them on. */
  'saga.sweep': Record<string, never>
  /** Carry a verification code to its phone. */
  'code.send': { codeId: string; lang: Lang }
  /** The demo bank reports to its merchant, and approves late if it said it would. */
  'demo.callback': { chargeId: string }
}

export type Topic = keyof Topics
