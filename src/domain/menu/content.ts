import type { Texts } from '../shared/ctx'

/** A published menu as pages, carts and orders read it: whole, in every language, never changing once published. */
export type MenuContent = {
  categories: MenuCategory[]
  dishes: Record<string, MenuDish>
  optionCategories: Record<string, MenuOptionCategory>
}

export type MenuCategory = {
  id: string
  name: Texts
  /** Where it is cooked; null sends no ticket. */
  stationId: string | null
  dishIds: string[]
}

export type MenuDish = {
  id: string
  name: Texts
  description: Texts
  /** Minor units, before options. */
  price: number
  picture: MenuPicture | null
  plate: string
  isDrink: boolean
  tags: string[]
  allergens: string[]
  origin: Texts
  stationId: string | null
  optionCategoryIds: string[]
}

/** `widths` are the sizes that exist as files, ascending, in pixels. A cutout has no background and stands on a plate. */
export type MenuPicture = {
  id: string
  fileName: string
  width: number
  height: number
  widths: number[]
  isCutout: boolean
}

export type MenuOptionCategory = {
  id: string
  name: Texts
  inputType: 'single' | 'multiple'
  min: number
  max: number
  options: MenuOption[]
}

export type MenuOption = {
  id: string
  name: Texts
  /** Minor units added to the dish's price; may be negative. */
  price: number
  /** The dish whose stock this option draws on, if any. */
  refDishId: string | null
  isDefault: boolean
  allergens: string[]
}
