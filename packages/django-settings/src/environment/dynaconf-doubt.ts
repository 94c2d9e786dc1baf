/** What dynaconf makes of something is not certain: thrown where that shows, caught where a setting or all of them become unknown. */
import type { PyUnknown, PyValue } from '../evaluate/value.js';

export class DynaconfDoubt extends Error {
  /** `why` is a clause for a person; `cause` the unknown that it comes of, where one is at hand. */
  constructor(
    readonly why: string,
    override readonly cause?: PyUnknown | PyValue,
  ) {
    super(why);
  }
}
