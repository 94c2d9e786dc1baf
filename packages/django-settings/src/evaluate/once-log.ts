/** A log that notes each thing once a stage: what was noted since a stage began is not noted again until it ends. */
import type { Key } from './value.js';

/** What a note is about: a whole value, or one name of a namespace. */
export interface Subject {
  readonly value: object;
  readonly key?: Key;
}

export interface OnceLog<T extends Subject> {
  readonly length: number;
  /** Whether it stands in the log at `from` or later. */
  has(value: object, key: Key | undefined, from: number): boolean;
  push(note: T): void;
  /** Notes from a place on, in order. */
  since(from: number): Iterable<T>;
  /** Forget the notes from a place on, latest first. */
  undo(from: number, each: (note: T) => void): void;
  /** A stage that began at `at` is over, and the one around it began at `from`: what both have noted is kept once. Gives how many notes it went through. */
  merge(at: number, from: number): number;
  clear(): void;
}

export function createOnceLog<T extends Subject>(): OnceLog<T> {
  const notes: T[] = [];
  // Where each note's subject was noted before.
  const earlier: (number | undefined)[] = [];
  let values = new WeakMap<object, number>();
  let names = new WeakMap<object, Map<Key, number>>();

  const placeOf = (value: object, key: Key | undefined): number | undefined =>
    key === undefined ? values.get(value) : names.get(value)?.get(key);
  const put = ({ value, key }: T, at: number | undefined): void => {
    if (key === undefined) {
      if (at === undefined) values.delete(value);
      else values.set(value, at);
      return;
    }
    let places = names.get(value);
    if (!places) {
      places = new Map();
      names.set(value, places);
    }
    if (at === undefined) places.delete(key);
    else places.set(key, at);
  };

  return {
    get length() {
      return notes.length;
    },
    has(value, key, from) {
      const place = placeOf(value, key);
      return place !== undefined && place >= from;
    },
    push(note) {
      earlier.push(placeOf(note.value, note.key));
      put(note, notes.length);
      notes.push(note);
    },
    *since(from) {
      for (let at = from; at < notes.length; at += 1) yield notes[at] as T;
    },
    undo(from, each) {
      for (let at = notes.length - 1; at >= from; at -= 1) {
        const note = notes[at] as T;
        each(note);
        put(note, earlier[at]);
      }
      notes.length = from;
      earlier.length = from;
    },
    merge(at, from) {
      let length = at;
      const gone = notes.length - at;
      for (let place = at; place < notes.length; place += 1) {
        const note = notes[place] as T;
        const before = earlier[place];
        if (before !== undefined && before >= from) {
          put(note, before);
          continue;
        }
        put(note, length);
        notes[length] = note;
        earlier[length] = before;
        length += 1;
      }
      notes.length = length;
      earlier.length = length;
      return gone;
    },
    clear() {
      notes.length = 0;
      earlier.length = 0;
      values = new WeakMap();
      names = new WeakMap();
    },
  };
}
