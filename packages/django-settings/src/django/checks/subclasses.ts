/** Whether a list of dotted paths names one of Django's classes, or a class that may be derived from it. */
import type { Value } from '@django-golive/core';
import { type Answer, iterated } from '../answer.js';

/** Packages of which no class is derived from Django's middleware for sessions, messages and authentication. */
const others = /^(django|whitenoise|corsheaders|debug_toolbar|django_htmx|csp|simple_history|allauth)\./;

/** Where in a list the class stands, or a class derived from it, and what is not certain about that. */
export interface Named {
  readonly answer: Answer;
  /** The index of the first entry that certainly is it. */
  readonly index: number;
  /** An entry that may be it: a class of the project's or of another package. */
  readonly suspect?: string;
  /** Whether looking may raise an exception. */
  readonly mayStop: boolean;
}

/**
 * Look for a class by its path and those of the classes that Django derives from it. A path that cannot be imported is
 * passed over. `own`: the names under which a class of the project's or of a package's may be derived from it.
 */
export function findClass(list: Value | undefined, family: readonly string[], own = /./): Named {
  const entries = iterated(list);
  if (entries === undefined) return { answer: 'maybe', index: -1, mayStop: true };
  if (entries === 'crash') return { answer: 'crash', index: -1, mayStop: true };
  let mayStop = false;
  let open = false;
  let suspect: string | undefined;
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'unknown' || entry.kind === 'choice' || entry.kind === 'object') {
      open = true;
      mayStop = true;
    } else if (entry.kind !== 'str' || entry.value.startsWith('.')) {
      // A path without a module before the dot is a ValueError, which Django does not expect.
      return { answer: open ? 'maybe' : 'crash', index: -1, mayStop: true };
    } else if (family.includes(entry.value)) {
      return { answer: 'yes', index, mayStop, ...(suspect === undefined ? {} : { suspect }) };
    } else if (entry.value.includes('.') && !others.test(entry.value) && own.test(entry.value)) {
      open = true;
      suspect ??= entry.value;
    }
  }
  return { answer: open ? 'maybe' : 'no', index: -1, mayStop, ...(suspect === undefined ? {} : { suspect }) };
}
