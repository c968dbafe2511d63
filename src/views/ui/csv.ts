/** Spreadsheets read UTF-8 only when the file begins with this mark. */
export const csvStart = '\uFEFF'

/** A text that a spreadsheet would take for a formula is led by an apostrophe, so that it stays a text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const cell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = harmless(value)
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

/** One line of a CSV file (RFC 4180): numbers as they are, texts quoted where needed and never as formulas. */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`
