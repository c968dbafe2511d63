/** A page shows what is left from here down where the store set no alert level. */
const shownBelow = 5

/** Whether this movement changes what an open menu or the stock page shows: low, sold out, or back (R25). */
export function isVisible(before: number, after: number, alertLevel: number): boolean {
  const shown = (stock: number) => stock <= Math.max(alertLevel, shownBelow)
  return before !== after && (shown(before) || shown(after))
}
