import { board as boardOf } from '../../domain/tickets/queries'
import { type BoardProps, boardScreen } from '../../views/kitchen/board'
import { paths } from '../../views/paths'
import { textIn } from '../../views/ui/words'
import { router } from '../kit/audience'
import { type C, ctxOf } from '../kit/context'
import { need } from '../kit/guard'
import { idQuery } from '../kit/params'
import { show } from '../kit/show'
import { stream } from '../kit/stream'

export const board = router()

/** What the board shows now; `problem` says in words why the last act was refused. */
export async function boardProps(c: C, problem?: string): Promise<BoardProps> {
  const { place, lang, deps } = c.var
  const station = idQuery(c, 'station')
  return {
    place: {
      brand: place.brandSlug,
      store: place.storeSlug,
      name: textIn(place.storeName, lang, place.defaultLang),
      timeZone: place.timeZone,
      station,
    },
    board: await boardOf(deps.db, ctxOf(c), station ? { stationId: station } : {}),
    isRecalling: c.req.query('recall') === '1',
    problem,
  }
}

board.get(paths.kitchenBoard.pattern, need('kitchen.use'), async (c) => show(c, boardScreen, await boardProps(c)))

board.get(paths.kitchenStream.pattern, need('kitchen.use'), (c) =>
  stream(c, { tickets: `store:${c.var.place.storeId}:tickets` }),
)
