type Place = { brandId: string; storeId: string }

/** Every job that leaves a transaction, with what it carries. `worker.ts` has one handler for each, complete by type. */
export type Topics = {
  /** Carry an order's saga on from where it stands. */
  'order.advance': Place & { orderId: string }
  /** A draft's hold has run out: ask the gateway, then finalise or expire. */
  'order.expire': Place & { orderId: string }
  /** Undo the next step of a compensating saga that touches the world. */
  'payment.refund': Place & { refundId: string }
  /** Find out how an attempt whose answer was lost really ended. */
  'payment.query': Place & { attemptId: string }
  /** A future ticket is due to start: put it on the board. */
  'ticket.release': Place & { orderId: string }
}

export type Topic = keyof Topics
