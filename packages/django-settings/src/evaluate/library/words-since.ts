/** Messages that CPython has put in these words since one of its versions. */
import { pythonAtLeast } from '../../environment/surroundings.js';
import type { Machine } from '../native.js';
import { type PyValue, str } from '../value.js';

/** The words where the project's Python is 3.`minor` or later; else they are not known. */
export function wordsSince(machine: Machine, minor: number, words: string): PyValue {
  return pythonAtLeast(machine, minor)
    ? str(words)
    : machine.unknown('how the message puts it depends on the version of Python', { type: 'str', truth: true });
}
