/** Set displays: `{a, b, *more}`. */
import type { Expression } from '../syntax/tree.js';
import { addItem } from './builtins/set-methods.js';
import { items } from './call-arguments.js';
import type { Frame, Interpreter } from './interpreter.js';
import type { PySet, PyValue } from './value.js';

/** So many items CPython keeps on its stack: a longer display is filled as it is worked out. */
const longest = 30;

/** The items are put in once all are worked out; from the first star on, or in a long display, each at once. */
export function setDisplay(
  vm: Interpreter,
  node: Extract<Expression, { kind: 'list' | 'tuple' | 'set' }>,
  frame: Frame,
): PySet {
  const set: PySet = { kind: 'set', frozen: false, entries: new Map(), open: undefined, options: undefined };
  const waiting: PyValue[] = [];
  let filling = node.items.length > longest;
  const put = (values: readonly PyValue[]) => {
    frame.at = node;
    for (const value of values) addItem(vm, set, value);
  };
  for (const item of node.items) {
    if (item.kind === 'starred' && !filling) {
      put(waiting.splice(0));
      filling = true;
    }
    const values = items(vm, node, [item], frame);
    if (filling) put(values);
    else waiting.push(...values);
  }
  put(waiting);
  return vm.fresh(set);
}
