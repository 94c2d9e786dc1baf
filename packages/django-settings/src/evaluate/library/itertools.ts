/** `itertools`: every iterator of it, the endless ones item after item. */
import { classMethod, fn, type Machine, type NativeModule, nativeClass } from '../native.js';
import { iterator, none, type PyIterator, type PyUnknown, type PyValue, stepping, tuple } from '../value.js';

const accept = { unknowns: 'accept' } as const;
const longest = 100_000;

/** The module `itertools`. */
export const itertoolsModule: NativeModule = {
  standard: true,
  load: (machine) => ({
    ...combining(),
    ...endless(),
    ...choosing(),
    chain: nativeClass(machine, {
      name: 'chain',
      module: 'itertools',
      members: {
        from_iterable: classMethod(
          'itertools.chain.from_iterable',
          '(cls, iterable, /)',
          (m, args) => chained(m, () => iter(m, args.get('iterable'))),
          accept,
        ),
      },
      behaviour: { construct: (m, _, args) => chained(m, () => iterator('tuple_iterator', args.positional)) },
    }),
  }),
};

/** Tells the end of an iterator from every item. */
const end: PyUnknown = { kind: 'unknown', why: 'an iterator is at its end' };

function iter(machine: Machine, value: PyValue): PyValue {
  return machine.call(machine.builtin('iter'), [value]);
}

/** The next item; `undefined` at the end. */
function pull(machine: Machine, source: PyValue): PyValue | undefined {
  const item = machine.call(machine.builtin('next'), [source, end]);
  return item === end ? undefined : item;
}

function isMany(item: PyValue): boolean {
  return item.kind === 'unknown' && item.many === true;
}

/** All items, or the unknown among them that stands for any number. */
function all(machine: Machine, value: PyValue): readonly PyValue[] | PyUnknown {
  const items = machine.iterate(value);
  const open = items.find(isMany);
  return open ? machine.derive(open) : items;
}

function chained(machine: Machine, sources: () => PyValue): PyIterator {
  return stepping('chain', { sources: undefined, source: undefined } as Chain, (_, self) => {
    const state = self.state as Chain;
    let { source } = state;
    const from = state.sources ?? sources();
    for (;;) {
      const item = source ? pull(machine, source) : undefined;
      if (item) {
        self.state = { sources: from, source };
        return item;
      }
      const next = pull(machine, from);
      if (!next) return undefined;
      if (isMany(next)) {
        self.state = { sources: from, source: undefined };
        return next;
      }
      source =
        next.kind === 'unknown' ? iterator('iterator', [machine.derive(next, { many: true })]) : iter(machine, next);
    }
  });
}

interface Chain {
  readonly sources: PyValue | undefined;
  readonly source: PyValue | undefined;
}

/** Rows of items of several iterables, or of one with itself. */
function combining(): Readonly<Record<string, PyValue>> {
  const made = (name: string, rows: readonly (readonly PyValue[])[]) =>
    iterator(
      name,
      rows.map((row) => tuple(row)),
    );
  const chosen = (name: string, pick: (count: number, size: number) => readonly (readonly number[])[]) =>
    fn(`itertools.${name}`, '(iterable, r=)', (m, args) => {
      const items = all(m, args.get('iterable'));
      if ('kind' in items) return items;
      const size = args.some('r');
      if (size && size.kind !== 'int')
        return m.raise('TypeError', `'${m.typeName(size)}' object cannot be interpreted as an integer`);
      const length = size ? Number(size.value) : items.length;
      if (length < 0) return m.raise('ValueError', 'r must be non-negative');
      if (items.length ** Math.min(length, items.length) > longest) return m.unknown('there are too many of them');
      const rows = pick(items.length, length);
      m.spend(rows.length);
      return made(
        name,
        rows.map((row) => row.map((at) => items[at] ?? none)),
      );
    });
  return {
    product: fn('itertools.product', '(*iterables, repeat=)', (m, args) => {
      const repeat = args.optional('repeat');
      const times = repeat?.kind === 'int' ? Number(repeat.value) : 1;
      const columns = args.rest.map((one) => all(m, one));
      const open = columns.find((column): column is PyUnknown => 'kind' in column);
      if (open) return open;
      let rows: PyValue[][] = [[]];
      for (let time = 0; time < times; time += 1) {
        for (const column of columns as readonly (readonly PyValue[])[]) {
          if (rows.length * column.length > longest) return m.unknown('there are too many of them');
          m.spend(rows.length * column.length);
          rows = rows.flatMap((row) => column.map((item) => [...row, item]));
        }
      }
      return made('product', rows);
    }),
    permutations: chosen('permutations', (count, size) => rowsOf(count, size, (row, at) => !row.includes(at))),
    combinations: chosen('combinations', (count, size) => rowsOf(count, size, (row, at) => at > (row.at(-1) ?? -1))),
    combinations_with_replacement: chosen('combinations_with_replacement', (count, size) =>
      rowsOf(count, size, (row, at) => at >= (row.at(-1) ?? 0)),
    ),
    zip_longest: fn('itertools.zip_longest', '(*iterables, fillvalue=)', (m, args) => {
      const columns = args.rest.map((one) => all(m, one));
      const open = columns.find((column): column is PyUnknown => 'kind' in column);
      if (open) return open;
      const known = columns as readonly (readonly PyValue[])[];
      const fill = args.optional('fillvalue') ?? none;
      const length = Math.max(0, ...known.map((column) => column.length));
      return made(
        'zip_longest',
        Array.from({ length }, (_, row) => known.map((column) => column[row] ?? fill)),
      );
    }),
    pairwise: fn('itertools.pairwise', '(iterable, /)', (m, args) => {
      const items = all(m, args.get('iterable'));
      return 'kind' in items
        ? items
        : made(
            'pairwise',
            items.slice(1).map((item, at) => [items[at] ?? none, item]),
          );
    }),
    batched: fn('itertools.batched', '(iterable, n)', (m, args) => {
      const [items, size] = [all(m, args.get('iterable')), args.get('n')];
      if ('kind' in items) return items;
      if (size.kind !== 'int') return m.unknown('the size of the batches is not known');
      if (size.value < 1n) return m.raise('ValueError', 'n must be at least one');
      const count = Number(size.value);
      const batches = Array.from({ length: Math.ceil(items.length / count) }, (_, at) =>
        items.slice(at * count, (at + 1) * count),
      );
      return made('batched', batches);
    }),
  };
}

function rowsOf(count: number, size: number, mayFollow: (row: readonly number[], at: number) => boolean): number[][] {
  let rows: number[][] = [[]];
  for (let place = 0; place < size; place += 1) {
    rows = rows.flatMap((row) =>
      Array.from({ length: count }, (_, at) => at)
        .filter((at) => mayFollow(row, at))
        .map((at) => [...row, at]),
    );
  }
  return rows;
}

function endless(): Readonly<Record<string, PyValue>> {
  return {
    count: fn('itertools.count', '(start=, step=)', (m, args) => {
      const step = args.optional('step') ?? { kind: 'int', value: 1n };
      return stepping('count', args.optional('start') ?? { kind: 'int', value: 0n }, (_, self) => {
        const value = self.state as PyValue;
        self.state = m.binary('+', value, step);
        return value;
      });
    }),
    cycle: fn('itertools.cycle', '(iterable, /)', (m, args) => {
      const items = all(m, args.get('iterable'));
      if ('kind' in items) return items;
      return stepping('cycle', 0, (_, self) => {
        const at = self.state as number;
        self.state = (at + 1) % Math.max(1, items.length);
        return items[at];
      });
    }),
    repeat: fn('itertools.repeat', '(object, times=)', (_, args) => {
      const times = args.optional('times');
      const count = times?.kind === 'int' ? Number(times.value) : Number.POSITIVE_INFINITY;
      return stepping('repeat', 0, (_vm, self) => {
        const at = self.state as number;
        self.state = at + 1;
        return at < count ? args.get('object') : undefined;
      });
    }),
  };
}

/** Iterators that leave items out, or put together what they see. */
function choosing(): Readonly<Record<string, PyValue>> {
  const holds = (m: Machine, test: PyValue, item: PyValue) =>
    m.truth(test.kind === 'none' ? item : m.call(test, [item]));
  const undecided = (m: Machine, item: PyValue) => ({ ...m.derive(item), many: true as const });
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
            if (!item || isMany(item)) return item;
            const truth = holds(m, args.get('predicate'), item);
            if (truth === 'maybe') return undecided(m, m.doubt(item) ?? m.unknown('a condition is not known'));
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
      const bad = (what: string) =>
        m.raise('ValueError', `${what} for islice() must be None or an integer: 0 <= x <= sys.maxsize.`);
      const numbers = args.rest.map((one, at): number | undefined => {
        if (one.kind === 'none') return undefined;
        const isStop = args.rest.length === 1 || at === 1;
        if (one.kind !== 'int' || one.value < 0n) return bad(isStop ? 'Stop argument' : 'Indices');
        return Number(one.value);
      });
      const [start = 0, stop = Number.POSITIVE_INFINITY, step = 1] = numbers.length === 1 ? [0, ...numbers] : numbers;
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
          return !item || isMany(item) ? item : m.call(args.get('function'), m.iterate(item));
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
    compress: fn('itertools.compress', '(data, selectors)', (m, args) => {
      const [data, selectors] = [all(m, args.get('data')), all(m, args.get('selectors'))];
      if ('kind' in data) return data;
      if ('kind' in selectors) return selectors;
      const truths = selectors.map((one) => m.truth(one));
      if (truths.includes('maybe')) return m.unknown('a selector is not known');
      return iterator(
        'compress',
        data.filter((_, at) => truths[at] === 'yes'),
      );
    }),
    groupby: fn('itertools.groupby', '(iterable, key=)', (m, args) => {
      const items = all(m, args.get('iterable'));
      if ('kind' in items) return items;
      const by = args.some('key');
      const groups: { readonly key: PyValue; readonly items: PyValue[] }[] = [];
      for (const item of items) {
        const key = by ? m.call(by, [item]) : item;
        const last = groups.at(-1);
        const same = last ? m.equal(last.key, key) : 'no';
        if (same === 'maybe') return m.unknown('it is not known which items are one group');
        if (last && same === 'yes') last.items.push(item);
        else groups.push({ key, items: [item] });
      }
      return iterator(
        'groupby',
        groups.map((group) => tuple([group.key, iterator('_grouper', group.items)])),
      );
    }),
    tee: fn('itertools.tee', '(iterable, n=, /)', (m, args) => {
      const items = all(m, args.get('iterable'));
      if ('kind' in items) return items;
      const count = args.optional('n');
      const length = count?.kind === 'int' ? Number(count.value) : 2;
      return tuple(Array.from({ length }, () => iterator('_tee', items)));
    }),
  };
}

interface Total {
  readonly total: PyValue | undefined;
  readonly begun: boolean;
}
