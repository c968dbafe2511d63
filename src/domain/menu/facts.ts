/** What may be said of a dish. How hot it is, who may eat it, and how a drink comes; the words are in the locales under `facts`. */
export const dishTags = [
  'mild',
  'medium',
  'hot',
  'vegan',
  'vegetarian',
  'five_spice',
  'hot_or_iced',
  'iced_only',
  'caffeine_free',
] as const
export type DishTag = (typeof dishTags)[number]

/** The eleven allergens that Taiwan's Food and Drug Administration has a seller name (食品過敏原標示規定). */
export const allergens = [
  'crustacean',
  'mango',
  'peanut',
  'milk',
  'egg',
  'nut',
  'sesame',
  'gluten',
  'soy',
  'fish',
  'sulphite',
] as const
export type Allergen = (typeof allergens)[number]
