/** The methods of `list` and `tuple`. */
import { unlessRaised } from '../expected-errors.js';
import { extendBy } from '../extending.js';
import type { Interpreter } from '../interpreter.js';
import type { Bound } from '../native.js';
import type { PyList, PyTuple, PyValue } from '../value.js';
import { int, none } from '../value.js';
import { indexNumber, wholeOrNothing } from './arguments.js';
import { member } from './member.js';
import { sorted } from './sorting.js';

export function listMembers(vm: Interpreter): Record<string, PyValue> {
  const change = (self: PyList, run: (items: PyValue[]) => void): PyValue => {
    vm.touch(self);
    run(self.items);
    return none;
  };
  const isOpen = (self: PyList | PyTuple) => self.items.find((item) => item.kind === 'unknown' && item.many);
  const spoil = (self: PyList, by: PyValue): PyValue => {
    vm.spoil(self, vm.derive(vm.doubt(by) ?? by));
    return none;
  };
  return {
    append: member(vm, 'list', 'append', 'object, /', (self, args) =>
      change(self, (items) => items.push(args.get('object'))),
    ),
    extend: member(vm, 'list', 'extend', 'iterable, /', (self, args) => {
      return change(self, () => extendBy(vm, self, args.get('iterable')));
    }),
    insert: member(vm, 'list', 'insert', 'index, object, /', (self, args) => {
      const at = args.get('index');
      if (at.kind === 'unknown' || at.kind === 'choice') return spoil(self, at);
      const wanted = indexNumber(vm, at);
      const first = self.items.findIndex((item) => item.kind === 'unknown' && item.many);
      const tail = self.items.length - 1 - self.items.findLastIndex((item) => item.kind === 'unknown' && item.many);
      const known = first < 0 || (wanted >= 0 ? wanted <= first : -wanted <= tail);
      if (!known) {
        // Somewhere among the unknown items.
        return spoil(self, self.items[first] ?? none);
      }
      return change(self, (items) => items.splice(wanted, 0, args.get('object')));
    }),
    remove: member(vm, 'list', 'remove', 'value, /', (self, args) => {
      const value = args.get('value');
      for (const [at, item] of self.items.entries()) {
        const same = item.kind === 'unknown' && item.many ? 'maybe' : item === value ? 'yes' : vm.equal(item, value);
        if (same === 'yes') return change(self, (items) => items.splice(at, 1));
        if (same === 'maybe') {
          // One of the items from here on goes: those before stay.
          const doubt = vm.doubt(item) ?? vm.doubt(value) ?? vm.unknown('a comparison is not known');
          if (!self.items.slice(at).some((one) => one === value || vm.equal(one, value) === 'yes'))
            unlessRaised(vm, doubt, () => none, 'ValueError', 'list.remove(x): x not in list');
          return change(self, (items) => items.splice(at, items.length - at, { ...vm.derive(doubt), many: true }));
        }
      }
      return vm.raise('ValueError', 'list.remove(x): x not in list');
    }),
    pop: member(vm, 'list', 'pop', 'index=, /', (self, args) => {
      const at = args.optional('index') ?? int(-1);
      if (at.kind !== 'unknown' && at.kind !== 'choice') indexNumber(vm, at);
      if (at.kind === 'int' && BigInt.asIntN(64, at.value) !== at.value)
        return vm.raise('OverflowError', 'Python int too large to convert to C ssize_t');
      if (self.items.length === 0) return vm.raise('IndexError', 'pop from empty list');
      const wanted = at.kind === 'int' || at.kind === 'bool' ? Number(at.value) : 0;
      if (!isOpen(self) && (wanted >= self.items.length || wanted < -self.items.length))
        return vm.raise('IndexError', 'pop index out of range');
      const value = vm.getItem(self, at);
      if (isOpen(self) || (at.kind !== 'int' && at.kind !== 'bool')) {
        const last = self.items[self.items.length - 1];
        if (self.items.every((item) => item.kind === 'unknown' && item.many))
          unlessRaised(vm, isOpen(self) ?? at, () => none, 'IndexError', 'pop from empty list');
        if (at.kind === 'int' && at.value === -1n && last && !(last.kind === 'unknown' && last.many)) {
          change(self, (items) => items.pop());
          return last;
        }
        spoil(self, isOpen(self) ?? at);
        return value;
      }
      change(self, (items) => items.splice(wanted, 1));
      return value;
    }),
    clear: member(vm, 'list', 'clear', '', (self) => change(self, (items) => items.splice(0))),
    copy: member(
      vm,
      'list',
      'copy',
      '',
      (self) => vm.fresh({ kind: 'list', items: [...self.items], options: undefined }),
      { type: 'list' },
    ),
    reverse: member(vm, 'list', 'reverse', '', (self) => change(self, (items) => items.reverse())),
    sort: member(vm, 'list', 'sort', '*, key=, reverse=', (self, args) => sort(vm, self, args)),
    index: member(
      vm,
      'list',
      'index',
      'value, start=, stop=, /',
      (self, args) => indexOf(vm, self, args.get('value'), args.optional('start'), args.optional('stop')),
      { type: 'int' },
    ),
    count: member(vm, 'list', 'count', 'value, /', (self, args) => count(vm, self, args.get('value')), { type: 'int' }),
  };
}

/** While a list is sorted it is empty, and what is put into it meanwhile is lost. */
function sort(vm: Interpreter, list: PyList, args: Bound): PyValue {
  const put = (items: readonly PyValue[]): PyValue[] => {
    vm.touch(list);
    list.items = [...items];
    return list.items;
  };
  const before = list.items;
  let left: readonly PyValue[] = before;
  // It is looked at first, and may be the very list.
  const given = args.optional('reverse');
  const reverse = given && vm.call(vm.builtin('bool'), [given]);
  const emptied = put([]);
  let changed = false;
  try {
    const broken = (items: readonly PyValue[]) => {
      left = items;
    };
    left = sorted(vm, left, args.some('key'), reverse, { broken });
  } finally {
    changed = list.items !== emptied || emptied.length > 0;
    // To sort nothing changes nothing, also where another sort has emptied it.
    if (left.length === 0 && before.length === 0) list.items = before;
    else put(left);
  }
  return changed ? vm.raise('ValueError', 'list modified during sort') : none;
}

export function tupleMembers(vm: Interpreter): Record<string, PyValue> {
  return {
    index: member(
      vm,
      'tuple',
      'index',
      'value, start=, stop=, /',
      (self, args) => indexOf(vm, self, args.get('value'), args.optional('start'), args.optional('stop')),
      { type: 'int' },
    ),
    count: member(vm, 'tuple', 'count', 'value, /', (self, args) => count(vm, self, args.get('value')), {
      type: 'int',
    }),
  };
}

function indexOf(
  vm: Interpreter,
  self: PyList | PyTuple,
  value: PyValue,
  start: PyValue | undefined,
  stop: PyValue | undefined,
): PyValue {
  const bound = (given: PyValue | undefined, otherwise: number): number => {
    if (!given) return otherwise;
    const place = Number(
      wholeOrNothing(vm, given) ?? vm.raise('TypeError', 'slice indices must be integers or have an __index__ method'),
    );
    return place < 0 ? Math.max(0, place + self.items.length) : place;
  };
  const doubt = [start, stop].find((one) => one?.kind === 'unknown' || one?.kind === 'choice');
  if (doubt) return vm.derive(doubt, { type: 'int' });
  const [from, to] = [bound(start, 0), bound(stop, self.items.length)];
  for (const [at, item] of self.items.entries()) {
    if (at < from || at >= to) continue;
    const same = item.kind === 'unknown' && item.many ? 'maybe' : item === value ? 'yes' : vm.equal(item, value);
    if (same === 'yes') return int(at);
    if (same === 'maybe') {
      const unknown = vm.derive(vm.doubt(item) ?? vm.doubt(value) ?? item, { type: 'int' });
      const found = self.items.slice(at).some((one) => one === value || vm.equal(one, value) === 'yes');
      return found ? unknown : unlessRaised(vm, unknown, () => unknown, 'ValueError');
    }
  }
  if (value.kind === 'unknown') return vm.derive(value, { type: 'int' });
  if (self.kind === 'tuple') return vm.raise('ValueError', 'tuple.index(x): x not in tuple');
  const text = vm.repr(value);
  return vm.raise(
    'ValueError',
    text.kind === 'str' ? `${text.value} is not in list` : vm.derive(text, { type: 'str', truth: true }),
  );
}

function count(vm: Interpreter, self: PyList | PyTuple, value: PyValue): PyValue {
  let times = 0;
  for (const item of self.items) {
    const same = item === value ? 'yes' : vm.equal(item, value);
    if (same === 'maybe') return vm.derive(vm.doubt(item) ?? vm.doubt(value) ?? item, { type: 'int' });
    if (same === 'yes') times += 1;
  }
  return int(times);
}
