/** A PIN: so many digits, so many wrong ones in a row, and how long somebody stays on a tablet. */
export const pinRules = { digits: 4, tries: 5, hours: 12 } as const

export const isPin = (typed: string): boolean => /^\d{4}$/.test(typed)

/** What a colleague would try first: one digit, a pair twice, two pairs, or digits in a row. */
export function isWeakPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i]))
  return steps.every((step) => step === steps[0] && Math.abs(step) <= 1) || /^(..)\1$|^(.)\2(.)\3$/.test(pin)
}
