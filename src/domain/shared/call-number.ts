/** An order's number as it is called out, '087'; null before it is given. */
export const callNumber = (sequence: number | null): string | null =>
  sequence === null ? null : String(sequence).padStart(3, '0')

/** The number that is unique over days, '1120-087' (R5). */
export const fullNumber = (dateCode: string | null, sequence: number | null): string | null =>
  dateCode === null || sequence === null ? null : `${dateCode}-${callNumber(sequence)}`
