/** The iterators of `itertools` that put several items together, and ask for each only when they need it. */
import { indexNumber } from '../builtins/arguments.js';
import { fn, type Machine } from '../native.js';
import { none, type PyIterator, type PyUnknown, type PyValue, stepping, tuple } from '../value.js';
import { isMany, iter, pull } from './iterator-steps.js';

/** What stands for all further items where a condition is not known. */
export const undecided = (machine: Machine, item: PyValue): PyUnknown => ({
  ...machine.derive(machine.doubt(item) ?? machine.unknown('a condition is not known')),
  many: true,
});

export function grouping(): Readonly<Record<string, PyValue>> {
  return {
    compress: fn('itertools.compress', '(data, selectors)', (m, args) => {
      const [data, selectors] = [iter(m, args.get('data')), iter(m, args.get('selectors'))];
      return stepping('compress', true, () => {
        for (;;) {
          const item = pull(m, data);
          const selector = item && !isMany(item) ? pull(m, selectors) : item;
          if (!item || !selector || isMany(selector)) return selector;
          const truth = m.truth(selector);
          if (truth === 'maybe') return undecided(m, selector);
          if (truth === 'yes') return item;
        }
      });
    }),
    zip_longest: fn('itertools.zip_longest', '(*iterables, fillvalue=)', (m, args) => {
      const sources = args.rest.map((one) => iter(m, one));
      const fill = args.optional('fillvalue') ?? none;
      return stepping('zip_longest', sources, (_, self) => {
        const row: PyValue[] = [];
        for (const at of sources.keys()) {
          const source = (self.state as readonly (PyValue | undefined)[])[at];
          const item = source && pull(m, source);
          if (item && isMany(item)) return item;
          if (source && !item) {
            const left = (self.state as readonly (PyValue | undefined)[]).with(at, undefined);
            self.state = left;
            if (left.every((one) => one === undefined)) return undefined;
          }
          row.push(item ?? fill);
        }
        return row.length === 0 ? undefined : tuple(row);
      });
    }),
    pairwise: fn('itertools.pairwise', '(iterable, /)', (m, args) => {
      const source = iter(m, args.get('iterable'));
      return stepping('pairwise', none, (_, self) => {
        const before = self.state === none ? pull(m, source) : (self.state as PyValue);
        if (!before || isMany(before)) return before;
        const item = pull(m, source);
        if (!item || isMany(item)) return item;
        self.state = item;
        return tuple([before, item]);
      });
    }),
    batched: fn('itertools.batched', '(iterable, n, *, strict=)', (m, args) => {
      const count = indexNumber(m, args.get('n'));
      if (count < 1) return m.raise('ValueError', 'n must be at least one');
      const source = iter(m, args.get('iterable'));
      return stepping('batched', true, () => {
        const batch: PyValue[] = [];
        while (batch.length < count) {
          const item = pull(m, source);
          if (item && isMany(item)) return item;
          if (!item) break;
          batch.push(item);
        }
        if (batch.length === 0) return undefined;
        const strict = batch.length < count ? args.optional('strict') : undefined;
        return strict && m.truth(strict) === 'yes'
          ? m.raise('ValueError', 'batched(): incomplete batch')
          : tuple(batch);
      });
    }),
    groupby: fn('itertools.groupby', '(iterable, key=)', (m, args) =>
      grouped(m, iter(m, args.get('iterable')), args.some('key')),
    ),
  };
}

interface Grouping {
  /** The item that was asked for last, which no group has given yet, and its key. */
  readonly item: PyValue | undefined;
  readonly key: PyValue | undefined;
  /** The key of the group under way, and its number: a group that is not under way any more has ended. */
  readonly group: PyValue | undefined;
  readonly number: number;
}

function grouped(machine: Machine, source: PyValue, by: PyValue | undefined): PyIterator {
  const stateOf = (self: PyIterator) => self.state as Grouping;
  const move = (self: PyIterator, by: Partial<Grouping>) => {
    machine.touch(self);
    self.state = { ...stateOf(self), ...by };
  };
  /** Ask for the next item; what is given back ends the iteration. */
  const ahead = (self: PyIterator): { readonly end: PyValue | undefined } | undefined => {
    const item = pull(machine, source);
    if (!item || isMany(item)) return { end: item };
    move(self, { item, key: by ? machine.call(by, [item]) : item });
    return undefined;
  };
  const isOf = (group: PyValue, key: PyValue) => machine.truth(machine.compare('in', key, tuple([group])));
  const groupOf = (outer: PyIterator, group: PyValue, number: number) =>
    stepping('_grouper', true, () => {
      if (outer.state === undefined || stateOf(outer).number !== number) return undefined;
      const end = stateOf(outer).item ? undefined : ahead(outer);
      if (end) return end.end;
      const { item, key = none } = stateOf(outer);
      const same = isOf(group, key);
      if (same === 'maybe') return undecided(machine, key);
      if (same === 'no') return undefined;
      move(outer, { item: undefined, key: undefined });
      return item;
    });
  const begun: Grouping = { item: undefined, key: undefined, group: undefined, number: 0 };
  return stepping('groupby', begun, (_, self) => {
    const number = stateOf(self).number + 1;
    move(self, { number });
    for (;;) {
      const { key, group } = stateOf(self);
      const same = key && group ? isOf(group, key) : 'yes';
      if (same === 'maybe') return undecided(machine, key ?? none);
      if (key && (!group || same === 'no')) break;
      const end = ahead(self);
      if (end) return end.end;
    }
    const { key = none } = stateOf(self);
    move(self, { group: key });
    return tuple([key, groupOf(self, key, number)]);
  });
}
