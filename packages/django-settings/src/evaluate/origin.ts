/** How a name's value came about: the lines and the environment variables that had a part in it. */
import type { Location } from '@django-golive/core';

/** One line that had a part in making a value. */
export interface Step {
  readonly at: () => Location;
  readonly note: string;
  /** `bind`: it gave the name its value. `use`: a value it was made from. `import`: how it got here. `condition`: why. */
  readonly role: 'bind' | 'use' | 'import' | 'condition';
}

/** How a name's value came about. */
export interface Origin {
  readonly steps: readonly Step[];
  /** The environment variables the value depends on. */
  readonly reads: ReadonlySet<string>;
}
