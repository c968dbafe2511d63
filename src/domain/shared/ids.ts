import { v7 } from 'uuid'

/** A new UUIDv7: unique everywhere, and rows made later sort later (R4). */
export const newId = (): string => v7()
