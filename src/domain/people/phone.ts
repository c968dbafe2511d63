import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A typed phone number as E.164 (+886912345678), read as Taiwanese when it has no country code; null when it is none. */
export function readPhone(typed: string): string | null {
  const phone = parsePhoneNumberFromString(typed.slice(0, 40), 'TW')
  return phone?.isValid() ? phone.number : null
}

/** The same for a number that a code can be sent to: Taiwan's other numbers get no messages. */
export function readMobile(typed: string): string | null {
  const phone = readPhone(typed)
  return phone === null || /^\+886(?!9)/.test(phone) ? null : phone
}
