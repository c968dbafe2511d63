const counted = [
  'confirmed',
  'paidOnline',
  'declined',
  'walkedAway',
  'cancelled',
  'soldOut',
  'gaveUp',
  'started',
  'cooked',
  'sent',
  'handedOver',
] as const

export type Counted = (typeof counted)[number]
export type Tally = ReturnType<typeof newTally>

/** What happened in the rush so far. */
export function newTally() {
  const counts = Object.fromEntries(counted.map((name) => [name, 0])) as Record<Counted, number>
  const orders = new Set<string>()
  const faults: string[] = []
  return {
    count: (name: Counted): void => void counts[name]++,
    ordered: (id: string): void => void orders.add(id),
    isOurs: (id: string): boolean => orders.has(id),
    fault: (text: string): void => void faults.push(text),
    orders,
    faults,
    line: (): string =>
      `ordered ${orders.size} | cash ${counts.confirmed} | online ${counts.paidOnline} | declined ${counts.declined} | ` +
      `cancelled ${counts.cancelled} | cooked ${counts.cooked} | handed over ${counts.handedOver} | sold-out refusals ${counts.soldOut} | faults ${faults.length}`,
  }
}
