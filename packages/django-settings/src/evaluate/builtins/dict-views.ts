/** What `dict.keys()`, `.values()` and `.items()` give: live views, of which keys and items are like sets. */
import type { Interpreter } from '../interpreter.js';
import { inAnyOrder } from '../iterate.js';
import { entriesOf } from '../key-order.js';
import { instance, method, nativeClass, property } from '../native.js';
import { setOperation } from '../operators.js';
import { overDict } from '../over-containers.js';
import { noteUse } from '../tracing.js';
import type { Entry, PyClass, PyDict, PyInstance, PyValue } from '../value.js';
import { bool, notImplemented, tuple } from '../value.js';
import { lengthValue } from './conversions.js';
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

function asPlain({ entries, open, options }: PyDict): PyDict {
  return { kind: 'dict', entries, open, options };
}

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
      /** Taken from the other, save from a larger set or view. */
      const common = (self: PyValue, other: PyValue) => {
        const [own, given] = [asSet(self), asSet(other)];
        const [size, more] = [own.entries.size, given.entries.size];
        const isView = other.kind === 'instance' && /^o?dict_(?:keys|items)$/.test(other.cls.name);
        const fromSelf = other.kind === 'set' ? size <= more : isView && more > size;
        return setOperation(vm, '&', own, given, !fromSelf) ?? notImplemented;
      };
      /** Values of items need no hash to be looked for. */
      const found = (self: PyValue, other: PyValue) => {
        const own = list(self, true);
        const truths = inAnyOrder(vm, other).map((one) => [one, vm.truth(vm.compare('in', one, own))] as const);
        if (truths.some(([, truth]) => truth === 'maybe')) return vm.unknown('which items are shared is not known');
        return toSet(
          vm,
          truths.flatMap(([one, truth]) => (truth === 'yes' ? [one] : [])),
          false,
        );
      };
      for (const name of ['__and__', '__rand__'])
        define(name, '(self, other)', (self, other) =>
          other
            ? vm.attempt<PyValue>(
                () => common(self, other),
                view === 'items' ? ['TypeError'] : [],
                () => found(self, other),
              )
            : notImplemented,
        );
      for (const [name, operator] of [
        ['or', '|'],
        ['sub', '-'],
        ['xor', '^'],
      ] as const) {
        define(`__${name}__`, '(self, other)', (self, other) =>
          other ? vm.binary(operator, asSet(self), asSet(other)) : notImplemented,
        );
        define(`__r${name}__`, '(self, other)', (self, other) =>
          other ? vm.binary(operator, asSet(other), asSet(self)) : notImplemented,
        );
      }
      for (const [name, operator] of [
        ['eq', '=='],
        ['lt', '<'],
        ['le', '<='],
        ['gt', '>'],
        ['ge', '>='],
      ] as const) {
        define(`__${name}__`, '(self, other)', (self, other) => {
          const like =
            other?.kind === 'set' || (other?.kind === 'instance' && /^o?dict_(?:keys|items)$/.test(other.cls.name));
          if (!like || !other) return notImplemented;
          // Values of items need no hash to be equal.
          if (view === 'items' && name === 'eq' && other.kind === 'instance' && other.cls.name.endsWith('dict_items'))
            return vm.compare('==', asPlain(dictOf(self)), asPlain(dictOf(other)));
          return vm.compare(operator, asSet(self), asSet(other));
        });
      }
      define('isdisjoint', '(self, other)', (self, other) =>
        vm.invoke(asSet(self), 'isdisjoint', other ?? bool(false)),
      );
    }
    const base = of === 'odict' ? { base: viewClass(vm, view, 'dict') } : {};
    return nativeClass(vm, { name: `${of}_${view}`, module: 'builtins', members, ...base });
  });
}
