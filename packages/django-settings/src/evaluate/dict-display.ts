/** `{key: value, **more}`. */
import type { Expression } from '../syntax/tree.js';
import { update } from './builtins/dict-methods.js';
import { putItem } from './changing-items.js';
import type { Frame, Interpreter } from './interpreter.js';
import type { PyDict, PyValue } from './value.js';
import { emptyDict, none } from './value.js';

type DictDisplay = Extract<Expression, { kind: 'dict' }>;

/** CPython takes so many pairs in a row together, */
const together = 17;
/** and where they are no more than this, evaluates all of them before it puts any into the dict. */
const atOnce = 15;

export function dictDisplay(vm: Interpreter, node: DictDisplay, frame: Frame): PyValue {
  const dict = vm.fresh(emptyDict());
  const before = frame.at;
  const put = ([key, value]: readonly [PyValue, PyValue]): void => {
    if (key.kind === 'choice') {
      dict.open = dict.open ?? vm.derive(key);
      return;
    }
    frame.at = node;
    whatever(vm, dict, () => putItem(vm, dict, key, value));
    frame.at = before;
  };
  for (const group of groupsOf(node)) {
    if (group.kind === 'pairs') {
      const evaluated = function* () {
        for (const [key, value] of group.pairs) yield [vm.evaluate(key, frame), vm.evaluate(value, frame)] as const;
      };
      for (const pair of group.pairs.length > atOnce ? evaluated() : [...evaluated()]) put(pair);
      continue;
    }
    const other = vm.evaluate(group.mapping, frame);
    const refuse = (): never => {
      frame.at = node;
      return vm.raise('TypeError', `'${vm.typeName(other)}' object is not a mapping`);
    };
    if (other.kind === 'unknown' && other.type === undefined) vm.mayRaise(other, 'TypeError');
    const known = other.kind !== 'dict' && other.kind !== 'unknown' && other.kind !== 'choice';
    if (known && !vm.findAttribute(other, 'keys')) refuse();
    // Whatever lacks an attribute on the way, it is said in these words.
    const spread = () => whatever(vm, dict, () => update(vm, dict, other));
    if (known) vm.attempt(spread, ['AttributeError'], refuse);
    else spread();
  }
  return dict;
}

/** Change a dict whatever it holds so far: what was spread out may have had several contents. */
function whatever(vm: Interpreter, dict: PyDict, change: () => void): void {
  vm.each(dict, () => {
    change();
    return none;
  });
}

type Group =
  | { readonly kind: 'pairs'; readonly pairs: (readonly [key: Expression, value: Expression])[] }
  | { readonly kind: 'more'; readonly mapping: Expression };

function groupsOf({ entries }: DictDisplay): readonly Group[] {
  const groups: Group[] = [];
  for (const [key, value] of entries) {
    const last = groups.at(-1);
    if (!key) groups.push({ kind: 'more', mapping: value });
    else if (last?.kind === 'pairs' && last.pairs.length < together) last.pairs.push([key, value]);
    else groups.push({ kind: 'pairs', pairs: [[key, value]] });
  }
  return groups;
}
