/** A condition on a name with several possible values is tried value by value, so that later conditions on it agree. */
import type { Expression } from '../syntax/tree.js';
import type { Frame, Interpreter } from './interpreter.js';
import type { PyDict } from './value.js';
import { stringKey } from './value.js';

/** For the first such name of a condition: what makes it each of its values. `undefined` where there is none. */
export function narrowings(vm: Interpreter, test: Expression, frame: Frame): (() => void)[] | undefined {
  for (const name of namesIn(test)) {
    const key = stringKey(name);
    const dict = holder(frame, name);
    const entry = dict?.entries.get(key);
    if (!dict || entry?.value.kind !== 'choice') continue;
    return entry.value.options.map((value) => () => {
      vm.journal.touchName(dict, key);
      dict.entries.set(key, { ...entry, value });
    });
  }
  return undefined;
}

function holder(frame: Frame, name: string): PyDict | undefined {
  if (frame.locals.entries.has(stringKey(name))) return frame.locals;
  return frame.kind === 'function' && frame.scope.locals.has(name) ? undefined : frame.globals;
}

function namesIn(node: Expression): string[] {
  switch (node.kind) {
    case 'name':
      return [node.name];
    case 'unary':
    case 'attribute':
    case 'subscript':
      return namesIn(node.value);
    case 'and':
    case 'or':
      return node.values.flatMap(namesIn);
    case 'compare':
      return [...namesIn(node.left), ...node.rest.flatMap(([, right]) => namesIn(right))];
    case 'call':
      return [...namesIn(node.callee), ...node.positional.flatMap(namesIn)];
    default:
      return [];
  }
}
