/** Containers of different ways that became one, where another place still holds one of them: what is done to the one would miss it. */
import type { Body } from './functions.js';
import type { Frame, Interpreter } from './interpreter.js';
import type { Content } from './journal.js';
import type { Mutable, PyValue } from './value.js';

/** What joining several ways came to. */
export interface JoinedState {
  readonly value: PyValue | undefined;
  readonly joined: ReadonlyMap<Mutable, Content>;
  /** Which container stands for those that became one with it. */
  readonly merged: ReadonlyMap<PyValue, PyValue>;
}

/** The containers that another stands for and that are met all the same; `since` is when the ways began. */
export function straysIn(vm: Interpreter, { value, joined, merged }: JoinedState, since: number): ReadonlySet<PyValue> {
  const strays = new Set<PyValue>();
  if (merged.size === 0) return strays;
  const isStray = (one: PyValue) => (merged.get(one) ?? one) !== one;
  const seen = new Set<PyValue>();
  const stack: PyValue[] = value ? [value] : [];
  for (const [one, content] of joined) if (!isStray(one)) stack.push(...valuesOf(content));
  for (let one = stack.pop(); one; one = stack.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    vm.spend(1);
    if (isStray(one)) strays.add(one);
    else if (!joined.has(one as Mutable)) stack.push(...heldBy(vm, one, since));
  }
  return strays;
}

function* valuesOf(content: Content): Generator<PyValue> {
  switch (content.kind) {
    case 'list':
      for (const items of [content.items, ...(content.options ?? [])]) yield* items;
      return;
    case 'dict':
    case 'names':
      for (const entries of [content.entries, ...('options' in content ? (content.options ?? []) : [])])
        for (const entry of entries.values()) if (entry) yield entry.value;
      return;
    case 'iterator':
      if (typeof content.items !== 'function') yield* content.items;
  }
}

/** What a value holds that the ways may have put there. */
function* heldBy(vm: Interpreter, value: PyValue, since: number): Generator<PyValue> {
  const isNew = (one: PyValue) => vm.journal.bornSince(one, since, Number.POSITIVE_INFINITY);
  switch (value.kind) {
    case 'tuple':
      yield* value.items;
      return;
    case 'choice':
      yield* value.options;
      return;
    case 'method':
      yield value.self;
      yield value.callee;
      return;
    case 'list':
      if (isNew(value)) yield* value.items;
      return;
    case 'dict':
      if (isNew(value)) for (const entry of value.entries.values()) yield entry.value;
      return;
    case 'iterator':
      if (isNew(value) && typeof value.items !== 'function') yield* value.items;
      return;
    case 'instance':
      yield value.attributes;
      if (isValue(value.payload)) yield value.payload;
      return;
    case 'class':
      yield value.attributes;
      return;
    case 'function': {
      const { defaults, frame } = value.body as Body;
      yield* defaults.values();
      yield value.attributes;
      for (let home: Frame | undefined = frame; home; home = home.closure)
        if (home.kind === 'function') yield home.locals;
    }
  }
}

const isValue = (payload: unknown): payload is PyValue =>
  typeof payload === 'object' && payload !== null && 'kind' in payload;
