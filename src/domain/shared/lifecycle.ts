import { ok, type Result, refuse } from './result'

/** A life as a table you can read aloud: in this state, that event leads there. A state with no way out is an end. */
export type Lifecycle<S extends string, E extends string> = Record<S, Partial<Record<E, S>>>

export type IllegalMove<S extends string = string, E extends string = string> = {
  reason: 'illegal_move'
  from: S
  event: E
}

/** Where `event` leads from `from`. Refuses: illegal_move. */
export function nextOf<S extends string, E extends string>(
  table: Lifecycle<S, E>,
  from: S,
  event: E,
): Result<S, IllegalMove<S, E>> {
  const to = table[from][event]
  return to ? ok(to) : refuse({ reason: 'illegal_move', from, event })
}

export const isEnd = <S extends string, E extends string>(table: Lifecycle<S, E>, state: S): boolean =>
  Object.keys(table[state]).length === 0
