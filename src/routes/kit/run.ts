import type { Tx } from '../../db/connect'
import type { Ctx } from '../../domain/shared/ctx'
import { inTransaction } from '../../domain/shared/in-transaction'
import type { Result } from '../../domain/shared/result'
import { type C, ctxOf } from './context'

type Command<I, T, R> = (tx: Tx, ctx: Ctx, input: I) => Promise<Result<T, R>>

/** Runs a command in its transaction for the person and store of this request. */
export const run = <I, T, R>(c: C, command: Command<I, T, R>, input: I, ctx: Ctx = ctxOf(c)): Promise<Result<T, R>> =>
  inTransaction(c.var.deps.db, (tx) => command(tx, ctx, input))
