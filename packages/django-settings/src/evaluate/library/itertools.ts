/** `itertools`: every iterator of it, the endless ones item after item. */

import { indexNumber, indexOrNothing } from '../builtins/arguments.js';
import { classMethod, fn, type Machine, type NativeModule, nativeClass } from '../native.js';
import { payForItems } from '../sizes.js';
import { iterator, type PyIterator, type PyValue, stepping, tuple } from '../value.js';
import { allItems as all, isMany, iter, pull } from './iterator-steps.js';
import { combining } from './itertools-combining.js';
import { grouping, undecided } from './itertools-grouping.js';

const accept = { unknowns: 'accept' } as const;

/** The module `itertools`. */
export const itertoolsModule: NativeModule = {
  standard: true,
  load: (machine) => ({
    ...combining(),
    ...endless(),
    ...choosing(),
    ...grouping(),
    chain: nativeClass(machine, {
      name: 'chain',
      module: 'itertools',
      members: {
        from_iterable: classMethod(
          'itertools.chain.from_iterable',
          '(cls, iterable, /)',
          (m, args) => chained(m, iter(m, args.get('iterable'))),
          accept,
        ),
      },
      behaviour: {
        construct: (m, _, args) =>
          args.keywords.size > 0
            ? m.raise('TypeError', 'chain() takes no keyword arguments')
            : chained(m, iter(m, tuple(args.positional))),
      },
    }),
  }),
};

function chained(machine: Machine, sources: PyValue): PyIterator {
  return stepping('chain', { source: undefined } as Chain, (_, self) => {
    let { source } = self.state as Chain;
    for (;;) {
      const item = source ? pull(machine, source) : undefined;
      if (item) {
        self.state = { source };
        return item;
      }
      const next = pull(machine, sources);
      if (!next) return undefined;
      if (isMany(next)) {
        self.state = { source: undefined };
        return next;
      }
      source =
        next.kind === 'unknown' ? iterator('iterator', [machine.derive(next, { many: true })]) : iter(machine, next);
    }
  });
}

interface Chain {
  readonly source: PyValue | undefined;
}

function endless(): Readonly<Record<string, PyValue>> {
  return {
    count: fn('itertools.count', '(start=, step=)', (m, args) => {
      for (const name of ['start', 'step']) {
        const number = args.optional(name);
        if (number && !isNumber(m, number)) return m.raise('TypeError', 'a number is required');
      }
      const step = args.optional('step') ?? { kind: 'int', value: 1n };
      return stepping('count', args.optional('start') ?? { kind: 'int', value: 0n }, (_, self) => {
        const value = self.state as PyValue;
        self.state = m.binary('+', value, step);
        return value;
      });
    }),
    cycle: fn('itertools.cycle', '(iterable, /)', (m, args) => {
      const source = iter(m, args.get('iterable'));
      // What is beyond `at` before the source has ended was taken back, and is put anew.
      const seen: PyValue[] = [];
      return stepping('cycle', { at: 0, ended: false }, (_, self) => {
        const { at, ended } = self.state as { at: number; ended: boolean };
        const item = ended ? undefined : pull(m, source);
        if (item && isMany(item)) return item;
        if (item) seen[at] = item;
        const size = ended ? seen.length : at;
        if (!item && !ended) seen.length = at;
        const place = item ? at : ended ? at % Math.max(1, size) : 0;
        self.state = { at: item ? at + 1 : place + 1, ended: !item };
        return seen[place];
      });
    }),
    repeat: fn('itertools.repeat', '(object, times=)', (m, args) => {
      const times = args.optional('times');
      const count = times ? indexNumber(m, times) : Number.POSITIVE_INFINITY;
      return stepping('repeat', 0, (_vm, self) => {
        const at = self.state as number;
        self.state = at + 1;
        return at < count ? args.get('object') : undefined;
      });
    }),
  };
}

/** Whether C code takes it for a number. */
function isNumber(machine: Machine, value: PyValue): boolean {
  if (value.kind === 'int' || value.kind === 'bool' || value.kind === 'float') return true;
  if (value.kind !== 'instance') return false;
  const converters = ['__index__', '__int__', '__float__'];
  return converters.some((name) => machine.special(value, name));
}

/** Iterators that leave items out, or put together what they see. */
function choosing(): Readonly<Record<string, PyValue>> {
  const filtering = (
    name: string,
    start: boolean,
    decide: (seen: boolean, truth: boolean) => { readonly give: boolean; readonly seen: boolean } | undefined,
  ) =>
    fn(
      `itertools.${name}`,
      '(predicate, iterable, /)',
      (m, args) => {
        const source = iter(m, args.get('iterable'));
        return stepping(name, start, (_, self) => {
          for (;;) {
            const item = pull(m, source);
            if (!item || isMany(item) || (name === 'dropwhile' && !self.state)) return item;
            const test = args.get('predicate');
            const truth = m.truth(test.kind === 'none' && name === 'filterfalse' ? item : m.call(test, [item]));
            if (truth === 'maybe') return undecided(m, item);
            const next = decide(self.state as boolean, truth === 'yes');
            if (!next) return undefined;
            self.state = next.seen;
            if (next.give) return item;
          }
        });
      },
      accept,
    );
  return {
    takewhile: filtering('takewhile', true, (_, truth) => (truth ? { give: true, seen: true } : undefined)),
    dropwhile: filtering('dropwhile', true, (dropping, truth) => ({
      give: !(dropping && truth),
      seen: dropping && truth,
    })),
    filterfalse: filtering('filterfalse', true, (seen, truth) => ({ give: !truth, seen })),
    islice: fn('itertools.islice', '(iterable, *bounds)', (m, args) => {
      const given = 1 + args.rest.length;
      if (given < 2) return m.raise('TypeError', `islice expected at least 2 arguments, got ${given}`);
      if (given > 4) return m.raise('TypeError', `islice expected at most 4 arguments, got ${given}`);
      const bad = (what: string) =>
        m.raise('ValueError', `${what} for islice() must be None or an integer: 0 <= x <= sys.maxsize.`);
      const numbers = args.rest.map((one) => (one.kind === 'none' ? undefined : (indexOrNothing(m, one) ?? -1)));
      const [start = 0, stop = Number.POSITIVE_INFINITY, step = 1] = numbers.length === 1 ? [0, ...numbers] : numbers;
      // C code has -1 for what it could not convert too.
      if (stop === -1) return bad('Stop argument');
      if (start < 0 || stop < -1) return bad('Indices');
      if (step < 1) return m.raise('ValueError', 'Step for islice() must be a positive integer or None.');
      const source = iter(m, args.get('iterable'));
      return stepping('islice', { at: 0, next: start }, (_, self) => {
        const state = self.state as { at: number; next: number };
        if (state.next >= stop) return undefined;
        let item: PyValue | undefined;
        for (let { at } = state; at <= state.next; at += 1) {
          item = pull(m, source);
          if (!item || isMany(item)) return item;
        }
        self.state = { at: state.next + 1, next: state.next + Math.max(1, step) };
        return item;
      });
    }),
    starmap: fn(
      'itertools.starmap',
      '(function, iterable, /)',
      (m, args) => {
        const source = iter(m, args.get('iterable'));
        return stepping('starmap', true, () => {
          const item = pull(m, source);
          if (!item || isMany(item)) return item;
          const given = m.iterate(item);
          const open = given.find(isMany);
          return open ? m.derive(open) : m.call(args.get('function'), given);
        });
      },
      accept,
    ),
    accumulate: fn('itertools.accumulate', '(iterable, func=, *, initial=)', (m, args) => {
      const source = iter(m, args.get('iterable'));
      const by = args.some('func');
      const first = args.some('initial');
      return stepping('accumulate', { total: undefined, begun: false } as Total, (_, self) => {
        const { total, begun } = self.state as Total;
        const item = !begun && first ? first : pull(m, source);
        if (!item || isMany(item)) return item;
        const sum = total === undefined ? item : by ? m.call(by, [total, item]) : m.binary('+', total, item);
        self.state = { total: sum, begun: true };
        return sum;
      });
    }),
    tee: fn('itertools.tee', '(iterable, n=, /)', (m, args) => {
      const count = args.optional('n');
      const length = count ? indexNumber(m, count) : 2;
      if (length < 0) return m.raise('ValueError', 'n must be >= 0');
      // Where nothing is asked for, the iterable is not looked at.
      if (length === 0) return tuple([]);
      const items = all(m, args.get('iterable'));
      if ('kind' in items) return items;
      payForItems(m, length);
      return tuple(Array.from({ length }, () => iterator('_tee', items)));
    }),
  };
}

interface Total {
  readonly total: PyValue | undefined;
  readonly begun: boolean;
}
