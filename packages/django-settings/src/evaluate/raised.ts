/** What leaves the normal flow of an evaluation: Python's exceptions, and the end of a budget. */

import type { Evidence, Location } from '@django-golive/core';
import type { PyInstance, PyUnknown } from './value.js';

/** A Python exception under way. Not an Error: making it must be cheap, and nobody prints its JavaScript stack. */
export class Raised {
  constructor(
    readonly exception: PyInstance,
    /** The line of the project that raised it. */
    readonly at: Location,
    /** The lines that led there: calls and imports, outermost first. */
    readonly steps: readonly Evidence[],
    /** The environment variables that it hangs on. */
    readonly reads: readonly string[],
    /** The conditions that are not known under which it is raised. */
    readonly doubts: readonly PyUnknown[],
  ) {}
}

/** A budget is used up, or something is beyond what is evaluated: what the statement under way would have made is unknown. */
export class Exhausted {
  constructor(
    readonly why: string,
    /** The steps of the whole evaluation are used up: nothing more can be said of the settings. */
    readonly whole = false,
  ) {}
}
