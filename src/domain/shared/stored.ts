/** A row as it comes out of a JSON column: its instants are text. */
export type Stored<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K]
}

type DateKey<T> = { [K in keyof T]-?: T[K] extends Date | null ? (T[K] extends null ? never : K) : never }[keyof T]

/** The row with its instants as dates again. `keys` names every one of them, or it does not compile. */
export function dated<T extends object>(row: Stored<T>, keys: Readonly<Record<DateKey<T>, true>>): T {
  const copy: Record<string, unknown> = { ...row }
  for (const key in keys) {
    const text = copy[key]
    if (typeof text === 'string') copy[key] = new Date(text)
  }
  return copy as T
}
