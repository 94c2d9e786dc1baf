/** Iterators as values: their state lies open, so that a way that was tried can be undone. */
import type { Machine } from './native.js';
import type { PyValue } from './value.js';

/**
 * Any iterator: over items that are already worked out, or with a `step` that works out one after another. Call
 * `machine.touch(iterator)` BEFORE moving `next` or `state`.
 */
export interface PyIterator {
  readonly kind: 'iterator';
  /** `list_iterator`, `generator`, `zip` … */
  readonly type: string;
  /** Worked out on first use, so that an iterator sees changes made before it is used. */
  items: readonly PyValue[] | (() => readonly PyValue[]);
  next: number;
  /** Where the steps have come to: replaced, never changed; `undefined` when they have ended, and `items` are all that is left. */
  state: unknown;
  /** Gives the next item and moves `state`; `undefined` at the end. */
  readonly step?: IteratorStep;
  /** What is asked for its length where this is. */
  readonly sized?: PyValue;
  /** What a generator that has ended returned. */
  returned?: PyValue;
}

/** `loose` says that whoever asks does not mind which item comes when. */
export type IteratorStep = (machine: Machine, self: PyIterator, loose: boolean) => PyValue | undefined;
