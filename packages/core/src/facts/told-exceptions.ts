/** The answers of views that hold the text of an exception, whichever was raised. */
import { declareFact } from '../fact.js';
import type { Location } from '../source.js';

/** One such answer. */
export interface ToldException {
  /** The dotted name of the view: `orders.views.pay`. */
  readonly view: string;
  /** The answer. */
  readonly at: Location;
  /** The URL pattern that leads to the view. */
  readonly routedAt: Location;
}

/** Those of the project's own views that production serves to more than its staff, in the order of the URLs. */
export const toldExceptions = declareFact<readonly ToldException[]>('told-exceptions');
