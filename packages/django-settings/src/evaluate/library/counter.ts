/** `collections.Counter`: a dict that counts. */
import { subclassDict } from '../builtins/subclass-dict.js';
import { keyOf } from '../keys.js';
import { type Bound, fn, type Machine, method } from '../native.js';
import { bool, int, list, none, notImplemented, type PyClass, type PyValue, pyTrue, str } from '../value.js';
import { partialClass } from './partial-class.js';

export function counterClass(machine: Machine): PyClass {
  const counting = (name: string, sign: '+' | '-') =>
    method(`collections.Counter.${name}`, '(self, iterable=, /, **kwds)', (m, args) => count(m, args, sign), {
      unknowns: 'accept',
    });
  const cls: PyClass = partialClass(machine, {
    name: 'Counter',
    module: 'collections',
    base: machine.builtinClass('dict'),
    members: {
      __init__: counting('__init__', '+'),
      __missing__: method('collections.Counter.__missing__', '(self, key)', () => int(0)),
      // What is not there counts as none.
      __eq__: method('collections.Counter.__eq__', '(self, other)', (m, args) => {
        const [self, other] = [args.get('self'), args.get('other')];
        if (other.kind !== 'dict' || other.cls !== cls) return notImplemented;
        const keys = [self, other].flatMap((one) => m.iterate(one));
        const differs = keys.map((key) => m.equal(m.getItem(self, key), m.getItem(other, key)));
        if (differs.includes('no')) return { kind: 'bool', value: false };
        return differs.includes('maybe') ? m.unknown('the counts are not all known', { type: 'bool' }) : pyTrue;
      }),
      __ne__: method('collections.Counter.__ne__', '(self, other)', (m, args) => {
        const truth = m.truth(m.compare('==', args.get('self'), args.get('other')));
        return truth === 'maybe' ? m.unknown('the counts are not all known', { type: 'bool' }) : bool(truth === 'no');
      }),
      update: counting('update', '+'),
      subtract: counting('subtract', '-'),
      fromkeys: fn('collections.Counter.fromkeys', '(iterable, v=)', (m) =>
        m.raise('NotImplementedError', 'Counter.fromkeys() is undefined.  Use Counter(iterable) instead.'),
      ),
      // What is not counted is deleted without a word.
      __delitem__: method('collections.Counter.__delitem__', '(self, elem)', (m, args) => {
        const [self, elem] = [args.get('self'), args.get('elem')];
        const found = keyOf(elem);
        if (m.truth(m.compare('in', elem, self)) === 'no') return none;
        const entry = self.kind === 'dict' && 'key' in found ? self.entries.get(found.key) : undefined;
        if (self.kind !== 'dict' || !('key' in found) || !entry || entry.maybe || self.options) {
          m.spoil(self, m.unknown('which counts are deleted is not known'));
          return none;
        }
        m.touch(self);
        self.entries.delete(found.key);
        return none;
      }),
      most_common: method('collections.Counter.most_common', '(self, n=)', (m, args) =>
        mostCommon(m, args.get('self'), args.optional('n') ?? none),
      ),
    },
    behaviour: {
      construct: (_, own) => subclassDict(own),
    },
  });
  return cls;
}

/** Count what is given: a mapping says how often, and sets what is not counted yet as it is. */
function count(machine: Machine, args: Bound, sign: '+' | '-'): PyValue {
  const self = args.get('self');
  const given = args.some('iterable');
  const named = [...args.extra].map(([name, times]) => [str(name), times] as const);
  const unknown = given && unknownIn(machine, given);
  if (unknown) {
    machine.spoil(self, machine.derive(unknown));
    return none;
  }
  const add = (elem: PyValue, times: PyValue, plain: boolean) => {
    if (plain) return machine.setItem(self, elem, times);
    const before = machine.invoke(self, 'get', elem, int(0));
    const [left, right] = sign === '+' ? [times, before] : [before, times];
    machine.setItem(self, elem, machine.binary(sign, left, right));
  };
  const plainly = () => sign === '+' && machine.truth(self) === 'no';
  if (given?.kind === 'dict') {
    const plain = plainly();
    for (const elem of machine.iterate(given)) add(elem, machine.getItem(given, elem), plain);
  } else if (given) {
    for (const elem of machine.iterate(given)) {
      machine.spend(2);
      add(elem, int(1), false);
    }
  }
  const plain = plainly();
  for (const [elem, times] of named) add(elem, times, plain);
  return none;
}

/** Why it is not known what is counted. */
function unknownIn(machine: Machine, given: PyValue): PyValue | undefined {
  if (given.kind === 'instance' && machine.findAttribute(given, 'keys'))
    return machine.unmodelled('what a `Counter` counts of a mapping of another kind is not modelled');
  if (given.kind === 'unknown' || given.kind === 'choice' || given.kind === 'dict') return machine.doubt(given);
  return undefined;
}

/** The counts, highest first; equal ones in the order of their first appearance. As `heapq.nlargest`, which takes the number apart. */
function mostCommon(machine: Machine, self: PyValue, n: PyValue): PyValue {
  const items = machine.invoke(self, 'items');
  const ofPair = fn('key', '(pair)', (m, args) => m.getItem(args.get('pair'), int(1)), { unknowns: 'accept' });
  const options = new Map<string, PyValue>([['key', ofPair]]);
  const all = () => machine.call(machine.builtin('sorted'), [items], new Map([...options, ['reverse', pyTrue]]));
  if (n.kind === 'none') return all();
  const size = machine.call(machine.builtin('len'), [self]);
  if (machine.truth(machine.compare('==', n, int(1))) === 'yes')
    return machine.truth(self) === 'no' ? list([]) : list([machine.call(machine.builtin('max'), [items], options)]);
  const upTo = { kind: 'slice', start: none, stop: n, step: none } as const;
  const isAll = machine.compare('>=', n, size);
  if (machine.doubt(isAll)) return machine.derive(isAll, { type: 'list' });
  if (machine.truth(isAll) === 'yes') return machine.getItem(all(), upTo);
  // It counts down to it with `range`.
  machine.call(machine.builtin('range'), [n]);
  const sorted = machine.attempt(all, ['TypeError'], () => machine.raise('TypeError', unknownWords(machine)));
  return machine.truth(machine.compare('<', n, int(0))) === 'no' ? machine.getItem(sorted, upTo) : list([]);
}

const unknownWords = (machine: Machine): PyValue =>
  machine.unmodelled('how these counts refuse to be compared is not modelled', { type: 'str', truth: true });
