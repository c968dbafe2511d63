import type { Page } from '@playwright/test'
import type { Device } from './floor'
import type { House } from './house'

/** A page to look at, on a phone and at the size it is made for. */
export type Look = {
  name: string
  url: (house: House) => string
  /** What it is made for, a desk when nothing is said; every page is looked at on a phone too. */
  on?: Device
  as?: 'staff' | 'admin' | 'guest' | 'tablet' | 'manager' | 'keeper' | 'customer'
  /** What is opened before looking. */
  open?: (page: Page) => Promise<void>
}
