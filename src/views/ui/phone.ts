/** A stored number (+886912345678) as people here write it: 0912 345 678; a foreign one keeps its country code. */
export function phoneText(phone: string): string {
  const local = localNumber(phone)
  if (/^09\d{8}$/.test(local)) return `${local.slice(0, 4)} ${local.slice(4, 7)} ${local.slice(7)}`
  return local
}

/** The same with the middle hidden, for lists that many eyes pass: 0912***678. */
export function maskedPhone(phone: string): string {
  const local = localNumber(phone)
  if (local.length < 7) return local
  return `${local.slice(0, 4)}***${local.slice(-3)}`
}

const localNumber = (phone: string): string => phone.replace(/^\+886/, '0').replace(/[\s()-]/g, '')
