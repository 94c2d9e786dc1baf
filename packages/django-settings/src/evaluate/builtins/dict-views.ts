/** What `dict.keys()`, `.values()` and `.items()` give: live views, of which keys and items are like sets. */
import type { Interpreter } from '../interpreter.js';
import { inAnyOrder } from '../iterate.js';
import { entriesOf } from '../key-order.js';
import { instance, method, nativeClass, property } from '../native.js';
import { overDict } from '../over-containers.js';
import { noteUse } from '../tracing.js';
import type { Entry, PyClass, PyDict, PyInstance, PyValue } from '../value.js';
import { bool, notImplemented, tuple } from '../value.js';
import { lengthValue } from './conversions.js';
import { comparedItems, disjointItems, isView, sharedItems } from './dict-views-as-sets.js';
import { toSet } from './set-methods.js';

type View = 'keys' | 'values' | 'items';

export function viewOf(vm: Interpreter, dict: PyDict, view: View): PyValue {
  const ofPairs = dict.cls?.mro.some(({ name }) => name === 'OrderedDict');
  return instance(viewClass(vm, view, ofPairs ? 'odict' : 'dict'), dict);
}

const giver = (vm: Interpreter, view: View) => (entry: Entry) => {
  if (view !== 'keys') noteUse(vm, entry);
  return view === 'keys' ? entry.key : view === 'values' ? entry.value : tuple([entry.key, entry.value]);
};

function viewClass(vm: Interpreter, view: View, of: 'dict' | 'odict'): PyClass {
  return vm.once(`${of}_${view}`, () => {
    const dictOf = (self: PyValue) => (self as PyInstance).payload as PyDict;
    const members: Record<string, PyValue> = {};
    const define = (name: string, signature: string, run: (self: PyValue, other: PyValue | undefined) => PyValue) => {
      members[name] = method(
        `${of}_${view}.${name}`,
        signature,
        (_machine, args) => run(args.get('self'), args.optional('other')),
        { unknowns: 'accept' },
      );
    };
    const list = (self: PyValue, loose = false): PyValue => ({
      kind: 'list',
      items: entriesOf(vm, dictOf(self), giver(vm, view), loose),
      options: undefined,
    });
    for (const [name, kind] of [
      ['__iter__', ''],
      ['__reversed__', 'reverse'],
    ] as const)
      define(name, '(self)', (self) => {
        const type = `dict_${kind}${view.slice(0, -1)}iterator`;
        return overDict(vm, dictOf(self), type, giver(vm, view), kind !== '');
      });
    define('__len__', '(self)', (self) => lengthValue(vm, dictOf(self)));
    members.mapping = property('mapping', () => vm.unknown('the read-only view of a dict is not modelled'));
    // Values are gone through where something is looked for in them.
    if (view !== 'values')
      define('__contains__', '(self, other)', (self, other) =>
        vm.compare('in', other ?? bool(false), view === 'keys' ? dictOf(self) : list(self, true)),
      );
    define('__repr__', '(self)', (self) => {
      const text = vm.repr(list(self));
      return text.kind === 'str' ? { kind: 'str', value: `${of}_${view}(${text.value})` } : text;
    });
    if (view !== 'values') {
      const asSet = (value: PyValue) => toSet(vm, inAnyOrder(vm, value), false);
      for (const name of ['__and__', '__rand__'])
        define(name, '(self, other)', (self, other) =>
          other ? (sharedItems(vm, self, other) ?? vm.binary('&', asSet(self), asSet(other))) : notImplemented,
        );
      for (const [name, operator] of [
        ['or', '|'],
        ['sub', '-'],
        ['xor', '^'],
      ] as const) {
        const made = (left: PyValue, right: PyValue) =>
          operator === '^' && isView(left, 'items') && isView(right, 'items')
            ? vm.attempt(
                () => vm.binary(operator, asSet(left), asSet(right)),
                ['TypeError'],
                () =>
                  vm.unmodelled('what two views of items with values that have no hash do not share is not modelled'),
              )
            : vm.binary(operator, asSet(left), asSet(right));
        define(`__${name}__`, '(self, other)', (self, other) => (other ? made(self, other) : notImplemented));
        define(`__r${name}__`, '(self, other)', (self, other) => (other ? made(other, self) : notImplemented));
      }
      for (const [name, operator] of [
        ['eq', '=='],
        ['lt', '<'],
        ['le', '<='],
        ['gt', '>'],
        ['ge', '>='],
      ] as const) {
        define(`__${name}__`, '(self, other)', (self, other) => {
          if (!other || !(other.kind === 'set' || isView(other))) return notImplemented;
          return comparedItems(vm, operator, self, other) ?? vm.compare(operator, asSet(self), asSet(other));
        });
      }
      define(
        'isdisjoint',
        '(self, other)',
        (self, other = bool(false)) => disjointItems(vm, self, other) ?? vm.invoke(asSet(self), 'isdisjoint', other),
      );
    }
    const base = of === 'odict' ? { base: viewClass(vm, view, 'dict') } : {};
    return nativeClass(vm, { name: `${of}_${view}`, module: 'builtins', members, ...base });
  });
}
