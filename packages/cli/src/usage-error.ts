/** A mistake of the person who calls golive, told in one sentence. */

/** Thrown for options that cannot be met; the message is for the person who gave them. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
