/** Remembers how mutable values were, so that a way that was tried can be undone, and what it changed be kept for joining. */
import { createOnceLog } from './once-log.js';
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
      readonly first?: number | undefined;
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
  | { readonly kind: 'instance'; readonly payload: unknown }
  /** Of a namespace only the names that changed: `undefined` for one that is no more. */
  | { readonly kind: 'names'; readonly entries: ReadonlyMap<Key, Entry | undefined> };

/** What changed since a mark. */
export type Changes = ReadonlyMap<Mutable, Content>;

type Undo =
  | { readonly value: Mutable; readonly key?: never; readonly content: Content }
  | { readonly value: PyDict; readonly key: Key; readonly entry: Entry | undefined };

/** How values were before they were changed: containers whole, names of a namespace one by one. */
export interface Untold {
  readonly containers: ReadonlyMap<Mutable, Content>;
  readonly names: ReadonlyMap<PyDict, ReadonlyMap<Key, Entry | undefined>>;
}

interface Touch {
  readonly value: Mutable;
  readonly key?: Key;
}

export interface Mark {
  readonly undos: number;
  readonly touches: number;
  readonly told: number;
  readonly serial: number;
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
  /** All values that were changed since a mark, or names of namespaces, on ways that were undone as well. */
  touched(mark: Mark): readonly Touch[];
}

const beginning: Mark = { undos: 0, touches: 0, serial: 0, told: 0 };

/** A journal; keeping a state takes steps. */
export function createJournal(spend: (steps: number) => void): Journal {
  const undos = createOnceLog<Undo>();
  const touches = createOnceLog<Touch>();
  const marks: Mark[] = [];
  const told: Mutable[] = [];
  const births = new WeakMap<object, number>();
  let serial = 0;
  /** When a state was last kept for joining: what was made later is in none. */
  let keptAt = 0;
  /** Notes that were gone through at the end of a mark, where nothing may fail: paid for when the next one begins. */
  let owed = 0;

  /** Whether nobody asks for an earlier state of it: it was made within the innermost mark. */
  const isYoung = (value: object, mark: Mark): boolean => {
    const birth = births.get(value);
    return birth !== undefined && birth > mark.serial && birth > keptAt;
  };

  return {
    touch(value) {
      const mark = marks.at(-1);
      if (mark && !isYoung(value, mark)) {
        if (!touches.has(value, undefined, mark.touches)) touches.push({ value });
        if (!undos.has(value, undefined, mark.undos)) {
          if (value.kind === 'list') spend(value.items.length >> 3);
          else if (value.kind === 'dict' || value.kind === 'set') spend(value.entries.size >> 3);
          undos.push({ value, content: contentOf(value) });
        }
      }
      if (value.kind === 'list' || value.kind === 'dict' || value.kind === 'set') value.options = undefined;
    },
    touchName(dict, key) {
      const mark = marks.at(-1);
      if (mark && !isYoung(dict, mark)) {
        if (!touches.has(dict, key, mark.touches)) touches.push({ value: dict, key });
        if (!undos.has(dict, key, mark.undos)) undos.push({ value: dict, key, entry: dict.entries.get(key) });
      }
      dict.options = undefined;
    },
    begin() {
      serial += 1;
      const due = owed >> 3;
      owed = 0;
      if (due > 0) spend(due);
      const mark = { undos: undos.length, touches: touches.length, serial, told: told.length };
      marks.push(mark);
      return mark;
    },
    end(mark) {
      // Whoever left in a hurry has not ended its own.
      while (marks.length > 0 && marks.pop() !== mark);
      serial += 1;
      if (marks.length === 0) {
        undos.clear();
        touches.clear();
        told.length = 0;
        return;
      }
      const outer = marks.at(-1) ?? beginning;
      owed += undos.merge(mark.undos, outer.undos) + touches.merge(mark.touches, outer.touches);
    },
    rollback(mark) {
      undos.undo(mark.undos, (undo) => {
        if ('content' in undo) setContent(undo.value, undo.content);
        else if (undo.entry) undo.value.entries.set(undo.key, undo.entry);
        else undo.value.entries.delete(undo.key);
      });
    },
    changes(mark) {
      const changes = new Map<Mutable, Content>();
      for (const undo of undos.since(mark.undos)) {
        const { value } = undo;
        const known = changes.get(value);
        if (known && known.kind !== 'names') continue;
        if ('content' in undo) changes.set(value, contentOf(value));
        else {
          const names = known ? (known.entries as Map<Key, Entry | undefined>) : new Map<Key, Entry | undefined>();
          names.set(undo.key, undo.value.entries.get(undo.key));
          changes.set(value, { kind: 'names', entries: names });
        }
      }
      serial += 1;
      keptAt = serial;
      return changes;
    },
    untold(mark) {
      const known = new Set(told.slice(mark.told));
      const containers = new Map<Mutable, Content>();
      const names = new Map<PyDict, Map<Key, Entry | undefined>>();
      for (const undo of undos.since(mark.undos)) {
        if (known.has(undo.value) || (births.get(undo.value) ?? 0) > mark.serial) continue;
        if ('content' in undo) {
          if (!containers.has(undo.value)) containers.set(undo.value, undo.content);
        } else {
          const keys = names.get(undo.value) ?? new Map<Key, Entry | undefined>();
          if (!keys.has(undo.key)) names.set(undo.value, keys.set(undo.key, undo.entry));
        }
      }
      for (const value of containers.keys()) told.push(value);
      for (const value of names.keys()) told.push(value);
      return { containers, names };
    },
    born(value) {
      if (marks.length > 0) {
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
    touched: (mark) => [...touches.since(mark.touches)],
  };
}

/** The whole state that a value has where it is as it is now but for a content. */
export function wholeContent(value: Mutable, content: Content | undefined): Content {
  if (content?.kind !== 'names') return content ?? contentOf(value);
  if (value.kind !== 'dict') return contentOf(value);
  const entries = new Map(value.entries);
  for (const [key, entry] of content.entries) {
    if (entry) entries.set(key, entry);
    else entries.delete(key);
  }
  return { kind: 'dict', entries, open: value.open, options: undefined, first: value.first };
}

/** A copy of the state of a mutable value. */
export function contentOf(value: Mutable): Content {
  switch (value.kind) {
    case 'list':
      return { kind: 'list', items: [...value.items], options: value.options };
    case 'dict':
      return {
        kind: 'dict',
        entries: new Map(value.entries),
        open: value.open,
        options: value.options,
        first: value.first,
      };
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
    value.first = content.first;
  } else if (value.kind === 'dict' && content.kind === 'names') {
    for (const [key, entry] of content.entries) {
      if (entry) value.entries.set(key, entry);
      else value.entries.delete(key);
    }
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
