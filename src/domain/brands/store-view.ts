import type { Lang, Texts } from '../shared/ctx'
import type { Timetable } from './hours'

/** Where a request takes place: one store, with what every page of it shows. */
export type Place = {
  brandId: string
  storeId: string
  brandSlug: string
  storeSlug: string
  brandName: Texts
  storeName: Texts
  seal: string
  accent: Accent
  currency: string
  defaultLang: Lang
  languages: Lang[]
  timeZone: string
  cutoffMinute: number
}

/** A brand's colour; what is missing is derived from `brand` in CSS, and `{}` is the house's own; `chosen` is what the four came from. */
export type Accent = { brand?: string; fill?: string; ink?: string; tint?: string; chosen?: string }

/** How a store sells, as its pages and its prices need it. Money in minor units, times in minutes. */
export type StoreTerms = {
  phone: string
  address: Texts
  kitchenStart: 'payment' | 'acceptance'
  autoAccept: boolean
  takesDineIn: boolean
  takesTakeout: boolean
  takesDelivery: boolean
  takesCash: boolean
  takesOnline: boolean
  pausedUntil: Date | null
  pauseReason: string | null
  lastOrderMinutes: number
  prepMinutes: number
  deliveryMinutes: number
  deliveryFee: number
  deliveryMinimum: number
  serviceChargeBp: number
  holdMinutes: number
  menuVersionId: string | null
}

export type Store = Place & StoreTerms & Timetable & { description: Texts; announcements: Texts[] }
