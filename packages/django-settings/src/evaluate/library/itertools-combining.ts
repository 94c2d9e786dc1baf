/** The iterators of `itertools` that give rows of items of several iterables, or of one with itself. */
import { indexNumber } from '../builtins/arguments.js';
import { fn, type Machine } from '../native.js';
import { payForItems } from '../sizes.js';
import { iterator, none, type PyUnknown, type PyValue, tuple } from '../value.js';
import { allItems as all } from './iterator-steps.js';

const longest = 100_000;

export function combining(): Readonly<Record<string, PyValue>> {
  const made = (name: string, rows: readonly (readonly PyValue[])[]) =>
    iterator(
      name,
      rows.map((row) => tuple(row)),
    );
  const chosen = (name: string, pick: (m: Machine, count: number, size: number) => readonly (readonly number[])[]) =>
    fn(`itertools.${name}`, name === 'permutations' ? '(iterable, r=)' : '(iterable, r)', (m, args) => {
      const given = args.optional('r');
      // The arguments of most are converted before anything else is done; `permutations` looks at its own.
      const converted = name !== 'permutations' && given ? indexNumber(m, given) : undefined;
      const items = all(m, args.get('iterable'));
      if ('kind' in items) return items;
      const length = converted ?? permuted(m, given) ?? items.length;
      if (length < 0) return m.raise('ValueError', 'r must be non-negative');
      if (items.length ** Math.min(length, items.length) > longest) return m.unknown('there are too many of them');
      const rows = pick(m, items.length, length);
      m.spend(rows.length);
      return made(
        name,
        rows.map((row) => row.map((at) => items[at] ?? none)),
      );
    });
  return {
    product: fn('itertools.product', '(*iterables, repeat=)', (m, args) => {
      const repeat = args.optional('repeat');
      const times = repeat ? indexNumber(m, repeat) : 1;
      if (times < 0) return m.raise('ValueError', 'repeat argument cannot be negative');
      // Nothing is asked for what there is none of.
      const columns = (times === 0 ? [] : args.rest).map((one) => all(m, one));
      const open = columns.find((column): column is PyUnknown => 'kind' in column);
      if (open) return open;
      let rows: PyValue[][] = [[]];
      for (let time = 0; time < times && columns.length > 0; time += 1) {
        for (const column of columns as readonly (readonly PyValue[])[]) {
          if (rows.length * column.length > longest) return m.unknown('there are too many of them');
          m.spend(rows.length * column.length * (1 + ((rows[0]?.length ?? 0) >> 3)));
          rows = rows.flatMap((row) => column.map((item) => [...row, item]));
        }
      }
      return made('product', rows);
    }),
    permutations: chosen('permutations', (m, count, size) => rowsOf(m, count, size, (row, at) => !row.includes(at))),
    combinations: chosen('combinations', (m, count, size) =>
      rowsOf(m, count, size, (row, at) => at > (row.at(-1) ?? -1)),
    ),
    combinations_with_replacement: chosen('combinations_with_replacement', (m, count, size) =>
      rowsOf(m, count, size, (row, at) => at >= (row.at(-1) ?? 0)),
    ),
  };
}

/** How many items a row of `permutations` has, where that is told. */
function permuted(machine: Machine, given: PyValue | undefined): number | undefined {
  if (!given || given.kind === 'none') return undefined;
  return given.kind === 'int' || given.kind === 'bool'
    ? indexNumber(machine, given)
    : machine.raise('TypeError', 'Expected int as r');
}

function rowsOf(
  machine: Machine,
  count: number,
  size: number,
  mayFollow: (row: readonly number[], at: number) => boolean,
): number[][] {
  let rows: number[][] = [[]];
  for (let place = 0; place < size && rows.length > 0; place += 1) {
    // Each row is copied for every item that may follow it.
    payForItems(machine, rows.length * Math.max(count, place + 1));
    machine.spend(1);
    rows = rows.flatMap((row) =>
      Array.from({ length: count }, (_, at) => at)
        .filter((at) => mayFollow(row, at))
        .map((at) => [...row, at]),
    );
  }
  return rows;
}
