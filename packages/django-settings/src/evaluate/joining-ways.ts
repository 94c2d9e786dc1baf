/** What joining several ways asks of them: which containers that they made become one, and which values are forgotten. */
import type { Interpreter } from './interpreter.js';
import { type Joining, joinContents } from './join.js';
import { type Changes, type Content, wholeContent } from './journal.js';
import type { Mutable, PyUnknown, PyValue } from './value.js';

/** What one way changed. */
export interface WayChanges {
  readonly changes: Changes;
  /** Serial numbers of the containers that were made on it. */
  readonly from: number;
  readonly to: number;
}

/** What a joining finds out: contents of containers that became one, and values that are forgotten with all that they hold. */
export interface WaysJoining extends Joining {
  readonly contents: Map<Mutable, Content>;
  readonly forgotten: readonly PyValue[];
  /** Which container stands for those that became one with it. */
  readonly merged: ReadonlyMap<PyValue, PyValue>;
}

/** Containers made on different ways become one where every use of them agrees; those `apart` do not. */
export function joiningOf(
  vm: Interpreter,
  ways: readonly WayChanges[],
  cause: PyUnknown | undefined,
  apart: ReadonlySet<PyValue>,
): WaysJoining {
  const contents = new Map<Mutable, Content>();
  const forgotten: PyValue[] = [];
  const unified = new Map<PyValue, PyValue>();
  const joining: WaysJoining = {
    contents,
    forgotten,
    merged: unified,
    unknown: (why) => (cause ? vm.derive(cause) : vm.unknown(why)),
    forget(values) {
      forgotten.push(...values);
    },
    unify(values) {
      const [first] = values;
      if (
        !first ||
        (first.kind !== 'list' && first.kind !== 'dict' && first.kind !== 'set' && first.kind !== 'instance')
      ) {
        return undefined;
      }
      if (values.some((value) => apart.has(value))) return undefined;
      const homes = values.map((value) => ways.find((way) => vm.journal.bornSince(value, way.from, way.to)));
      if (homes.some((home) => home === undefined) || new Set(homes).size !== values.length) return undefined;
      if (values.every((value) => unified.has(value))) {
        const [one, ...others] = values.map((value) => unified.get(value));
        return others.every((other) => other === one) ? one : undefined;
      }
      if (values.some((value) => unified.has(value)) || !values.every((value) => alike(first, value))) return undefined;
      for (const value of values) unified.set(value, first);
      const kept = values.map((value, index) =>
        wholeContent(value as Mutable, homes[index]?.changes.get(value as Mutable)),
      );
      contents.set(first, joinContents(kept, first.kind === 'dict' && first.namespace === true, joining));
      if (first.kind === 'instance') {
        const attributes = values.flatMap((value) => (value.kind === 'instance' ? [value.attributes] : []));
        const states = attributes.map((value, index) => wholeContent(value, homes[index]?.changes.get(value)));
        contents.set(first.attributes, joinContents(states, true, joining));
      }
      return first;
    },
  };
  return joining;
}

function alike(a: PyValue, b: PyValue): boolean {
  if (a.kind === 'instance' && b.kind === 'instance') return a.cls === b.cls && a.payload === b.payload;
  if (a.kind === 'dict' && b.kind === 'dict') return a.cls === b.cls && !a.instance && !b.instance;
  if (a.kind === 'set' && b.kind === 'set') return a.frozen === b.frozen;
  return a.kind === b.kind;
}
