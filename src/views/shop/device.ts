/** Products name themselves in a browser's header; LINE and others inside it come before the browser they are made of. */
const browsers: [RegExp, string][] = [
  [/\bLine\//i, 'LINE'],
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux|X11/, 'Linux'],
]

const named = (names: [RegExp, string][], header: string) => names.find(([mark]) => mark.test(header))?.[1]

/** What a browser calls itself, as far as it is known, and whether it is held in a hand. */
export function deviceOf(header: string): { names: string[]; isHandheld: boolean } {
  const names = [named(systems, header), named(browsers, header)].filter((name) => name !== undefined)
  return { names, isHandheld: /iPhone|iPad|Android|Mobile/.test(header) }
}
