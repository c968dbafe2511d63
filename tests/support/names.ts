import { newId } from '../../src/domain/shared/ids'

/** A username that nobody else has, in letters alone: digits may read as a phone number, which no username is allowed to. */
export const aUsername = (): string =>
  newId()
    .slice(-12)
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))
