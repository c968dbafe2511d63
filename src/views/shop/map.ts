/** A map that shows the way there. */
export const mapUrl = (address: string): string =>
  `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(address)}`

/** A telephone number as a link dials it. */
export const telUrl = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`
