/** Remembers how mutable values were, so that a way that was tried can be undone, and what it changed be kept for joining. */
import type { Entry, Key, Mutable, PyDict, PyUnknown, PyValue } from './value.js';

/** The whole changeable state of one mutable value. */
export type Content =
  | {
      readonly kind: 'list';
      readonly items: readonly PyValue[];
      readonly options: readonly (readonly PyValue[])[] | undefined;
    }
  | {
      readonly kind: 'dict';
      readonly entries: ReadonlyMap<Key, Entry>;
      readonly open: PyUnknown | undefined;
      readonly options: readonly ReadonlyMap<Key, Entry>[] | undefined;
    }
  | {
      readonly kind: 'set';
      readonly entries: ReadonlyMap<Key, PyValue>;
      readonly open: PyUnknown | undefined;
      readonly options: readonly ReadonlyMap<Key, PyValue>[] | undefined;
    }
  | {
      readonly kind: 'iterator';
      readonly items: readonly PyValue[] | (() => readonly PyValue[]);
      readonly next: number;
      readonly state: unknown;
    }
  | { readonly kind: 'instance'; readonly payload: unknown };

/** What changed since a mark. */
export type Changes = ReadonlyMap<Mutable, Content>;

type Undo =
  | { readonly value: Mutable; readonly content: Content }
  | { readonly value: PyDict; readonly key: Key; readonly entry: Entry | undefined };

/** How values were before they were changed: containers whole, names of a namespace one by one. */
export interface Untold {
  readonly containers: ReadonlyMap<Mutable, Content>;
  readonly names: ReadonlyMap<PyDict, ReadonlyMap<Key, Entry | undefined>>;
}

export interface Mark {
  readonly length: number;
  readonly serial: number;
  readonly touches: number;
  readonly told: number;
}

export interface Journal {
  /** Before a value is changed. */
  touch(value: Mutable): void;
  /** Before one name of a namespace is changed. */
  touchName(dict: PyDict, key: Key): void;
  begin(): Mark;
  /** Everything stays as it is; the mark is no longer needed. */
  end(mark: Mark): void;
  /** Undo everything since the mark, which stays. */
  rollback(mark: Mark): void;
  /** The state of all that was changed since the mark. */
  changes(mark: Mark): Changes;
  /** Note that a container was made just now. */
  born<T extends PyValue>(value: T): T;
  /** Whether a container was made between two marks' serials. */
  bornSince(value: PyValue, serial: number, until: number): boolean;
  serial(): number;
  /** How what was changed since a mark was before, less what was made since, and what this gave for a mark inside. */
  untold(mark: Mark): Untold;
  /** All that was changed since a mark, on ways that were undone as well. */
  touched(mark: Mark): readonly Mutable[];
}

export function createJournal(): Journal {
  const log: Undo[] = [];
  const touches: Mutable[] = [];
  const told: Mutable[] = [];
  const births = new WeakMap<object, number>();
  const saved = new WeakMap<object, number>();
  let active = 0;
  let epoch = 0;
  let serial = 0;

  return {
    touch(value) {
      if (active > 0 && saved.get(value) !== epoch) {
        saved.set(value, epoch);
        log.push({ value, content: contentOf(value) });
        touches.push(value);
      }
      if (value.kind === 'list' || value.kind === 'dict' || value.kind === 'set') value.options = undefined;
    },
    touchName(dict, key) {
      if (active > 0) log.push({ value: dict, key, entry: dict.entries.get(key) });
      dict.options = undefined;
    },
    begin() {
      active += 1;
      epoch += 1;
      serial += 1;
      return { length: log.length, serial, touches: touches.length, told: told.length };
    },
    end() {
      active -= 1;
      epoch += 1;
      if (active > 0) return;
      log.length = 0;
      touches.length = 0;
      told.length = 0;
    },
    rollback(mark) {
      for (let i = log.length - 1; i >= mark.length; i -= 1) {
        const undo = log[i];
        if (!undo) continue;
        if ('content' in undo) setContent(undo.value, undo.content);
        else if (undo.entry) undo.value.entries.set(undo.key, undo.entry);
        else undo.value.entries.delete(undo.key);
      }
      log.length = mark.length;
      epoch += 1;
    },
    changes(mark) {
      const changes = new Map<Mutable, Content>();
      for (let i = mark.length; i < log.length; i += 1) {
        const undo = log[i];
        if (undo && !changes.has(undo.value)) changes.set(undo.value, contentOf(undo.value));
      }
      return changes;
    },
    untold(mark) {
      const known = new Set(told.slice(mark.told));
      const containers = new Map<Mutable, Content>();
      const names = new Map<PyDict, Map<Key, Entry | undefined>>();
      for (const undo of log.slice(mark.length)) {
        if (known.has(undo.value) || (births.get(undo.value) ?? 0) > mark.serial) continue;
        if ('content' in undo) {
          if (!containers.has(undo.value)) containers.set(undo.value, undo.content);
        } else {
          const keys = names.get(undo.value) ?? new Map<Key, Entry | undefined>();
          if (!keys.has(undo.key)) names.set(undo.value, keys.set(undo.key, undo.entry));
        }
      }
      told.push(...containers.keys(), ...names.keys());
      return { containers, names };
    },
    born(value) {
      if (active > 0) {
        serial += 1;
        births.set(value, serial);
      }
      return value;
    },
    bornSince(value, from, until) {
      const birth = births.get(value);
      return birth !== undefined && birth > from && birth <= until;
    },
    serial: () => serial,
    touched: (mark) => touches.slice(mark.touches),
  };
}

/** A copy of the state of a mutable value. */
export function contentOf(value: Mutable): Content {
  switch (value.kind) {
    case 'list':
      return { kind: 'list', items: [...value.items], options: value.options };
    case 'dict':
      return { kind: 'dict', entries: new Map(value.entries), open: value.open, options: value.options };
    case 'set':
      return { kind: 'set', entries: new Map(value.entries), open: value.open, options: value.options };
    case 'iterator':
      return { kind: 'iterator', items: value.items, next: value.next, state: value.state };
    case 'instance':
      return { kind: 'instance', payload: value.payload };
  }
}

/** Give a mutable value the state that was kept; the kept state itself is not shared. */
export function setContent(value: Mutable, content: Content): void {
  if (value.kind === 'list' && content.kind === 'list') {
    value.items = [...content.items];
    value.options = content.options;
  } else if (value.kind === 'dict' && content.kind === 'dict') {
    value.entries = new Map(content.entries);
    value.open = content.open;
    value.options = content.options;
  } else if (value.kind === 'set' && content.kind === 'set') {
    value.entries = new Map(content.entries);
    value.open = content.open;
    value.options = content.options;
  } else if (value.kind === 'iterator' && content.kind === 'iterator') {
    value.items = content.items;
    value.next = content.next;
    value.state = content.state;
  } else if (value.kind === 'instance' && content.kind === 'instance') {
    value.payload = content.payload;
  }
}
