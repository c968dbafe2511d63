import { z } from 'zod'
import type { Tx } from '../../db/connect'
import { bumpLine } from '../../domain/orders/cooking/bump-line'
import { bumpTicket } from '../../domain/orders/cooking/bump-ticket'
import { dismissTicket } from '../../domain/orders/cooking/dismiss-ticket'
import { recallTicket } from '../../domain/orders/cooking/recall-ticket'
import type { TicketRefusal } from '../../domain/orders/cooking/refusals'
import { startTicket } from '../../domain/orders/cooking/start-ticket'
import type { Ctx } from '../../domain/shared/ctx'
import type { Result } from '../../domain/shared/result'
import { seeTickets } from '../../domain/tickets/see-tickets'
import { boardScreen } from '../../views/kitchen/board'
import { boardPanelId } from '../../views/kitchen/place'
import { ticketWords } from '../../views/kitchen/words'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { type C, wantsFragment } from '../kit/context'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { idParam, idQuery } from '../kit/params'
import { run } from '../kit/run'
import { send, show } from '../kit/show'
import { boardProps } from './board'

export const tickets = router()

type Act = (tx: Tx, ctx: Ctx, input: { ticketId: string }) => Promise<Result<unknown, TicketRefusal>>

/** Does one thing to the ticket of the URL and answers with the board. */
const act = (command: Act) => async (c: C) => answer(c, await run(c, command, { ticketId: idParam(c, 'id') }))

/**
 * The same for what takes the ticket off the board: nothing is answered, which goes where the ticket was. The stream has the board fetch
 * the rest of itself, as every other board does; a refusal is answered with the board all the same.
 */
const leave = (command: Act) => async (c: C) => {
  const result = await run(c, command, { ticketId: idParam(c, 'id') })
  if (result.ok && wantsFragment(c)) return send(c, new Uint8Array())
  c.header('HX-Retarget', `#${boardPanelId}`)
  c.header('HX-Reswap', 'outerMorph')
  return answer(c, result)
}

tickets.post(paths.kitchenStart.pattern, need('kitchen.use'), act(startTicket))
tickets.post(paths.kitchenBump.pattern, need('kitchen.use'), leave(bumpTicket))
tickets.post(paths.kitchenRecall.pattern, need('kitchen.use'), act(recallTicket))
tickets.post(paths.kitchenDismissal.pattern, need('kitchen.use'), leave(dismissTicket))

const lineForm = z.object({ done: z.enum(['yes', 'no']).default('yes') })

tickets.post(paths.kitchenLineBump.pattern, need('kitchen.use'), async (c) => {
  const ids = { ticketId: idParam(c, 'id'), lineId: idParam(c, 'line') }
  const form = await readForm(c, lineForm)
  return answer(c, await run(c, bumpLine, { ...ids, isDone: !form.ok || form.value.done === 'yes' }))
})

const seenForm = z.object({ ticket: z.union([z.uuid().transform((id) => [id]), z.array(z.uuid())]).default([]) })

tickets.post(paths.kitchenAcknowledgement.pattern, need('kitchen.use'), async (c) => {
  const form = await readForm(c, seenForm)
  return answer(c, await run(c, seeTickets, { ticketIds: form.ok ? form.value.ticket : [] }))
})

async function answer(c: C, result: Result<unknown, TicketRefusal>): Promise<Response> {
  const { place, t } = c.var
  if (result.ok && !wantsFragment(c)) {
    const params = { brand: place.brandSlug, store: place.storeSlug }
    return c.redirect(paths.kitchenBoard.href(params, { station: idQuery(c, 'station') }), 303)
  }
  const problem = result.ok ? undefined : ticketWords(t, result.refusal)
  return show(c, boardScreen, await boardProps(c, problem), result.ok ? 200 : 422)
}
