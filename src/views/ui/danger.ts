/** What a guest writes when it is no wish but a danger, in the languages guests write. */
const danger = /過敏|过敏|アレルギー|allerg/i

/** Whether a note speaks of an allergy: it must stand out from a wish wherever it is shown. */
export const isDanger = (note: string): boolean => danger.test(note)
