/** Ids by the keys of the data file. */
export type Catalogue = { brandId: string; dishes: Map<string, string>; options: Map<string, string> }

/** The value of a key that the data must have; a slip in a data file says so at once. */
export function at<V>(values: Map<string, V>, key: string): V {
  const value = values.get(key)
  if (value === undefined) throw new Error(`the demo data names ${key} but does not define it`)
  return value
}
