/** What `re` refuses of a pattern before it reads it, and of one for a Python whose reader is not known. */
import type { Machine } from '../native.js';
import { emptyDict, none, type PyValue } from '../value.js';

/** What cannot be looked up among the patterns that are compiled already. */
export function refuseUnhashable(machine: Machine, given: PyValue): void {
  if (['list', 'dict', 'set', 'tuple'].includes(given.kind)) machine.setItem(emptyDict(), given, none);
}

/** What is no pattern at all. */
export function refusePattern(machine: Machine, given: PyValue): void {
  if (['none', 'int', 'bool', 'float', 'tuple', 'function', 'class', 'range'].includes(given.kind))
    machine.raise('TypeError', 'first argument must be string or compiled pattern');
}

/** What is certainly wrong with a pattern in any version of Python, in CPython's words. */
export function plainProblem(text: string): string | undefined {
  if (/^[*+?]/.test(text)) return 'nothing to repeat at position 0';
  const open = /^[^\\[\]()|*+?{}^$]*\[\^?\]?[^\\\]]*$/.exec(text);
  if (open) return `unterminated character set at position ${text.indexOf('[')}`;
  const group = /^[^\\[\]()]*\((?!\?)[^\\[\]()]*$/.exec(text);
  return group ? `missing ), unterminated subpattern at position ${text.indexOf('(')}` : undefined;
}
