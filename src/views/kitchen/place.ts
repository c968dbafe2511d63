/** The store a board belongs to, as its pages need it; slugs for links. */
export type KitchenPlace = {
  brand: string
  store: string
  name: string
  timeZone: string
  /** Only tickets of this station. */
  station: string | undefined
}

export const boardPanelId = 'board-panel'

/** Where one ticket hangs. */
export const ticketElementId = (id: string): string => `t-${id}`
