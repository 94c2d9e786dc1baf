/** What a dynaconf object holds: `set` with its nested keys, marks and merges. */
import type { Machine } from '../evaluate/native.js';
import { type PyUnknown, type PyValue, str, stringKey } from '../evaluate/value.js';
import { boxed, certainKey, emptyBox, freshLists } from './dynaconf-box.js';
import { DynaconfDoubt } from './dynaconf-doubt.js';
import { markedValue, mergeMarked, mergeObjects, sameFor } from './dynaconf-merge.js';
import { markOf } from './dynaconf-meta.js';
import { parseValue } from './dynaconf-parse.js';

/** The settings by their names in capitals, and why all of them are not known, where that is so. */
export interface DynaconfStore {
  readonly values: Map<string, PyValue>;
  /** `merge_enabled`. */
  readonly mergeEnabled: boolean;
  open: PyUnknown | undefined;
}

/** The name in capitals; behind two underscores its case stays. */
export function upperName(name: string): string {
  const at = name.indexOf('__');
  return at < 0 ? name.toUpperCase() : name.slice(0, at).toUpperCase() + name.slice(at);
}

/** `settings.set(key, value)`; `merge` is what the file says of merging, where it says something. */
export function setValue(machine: Machine, store: DynaconfStore, name: string, value: PyValue, merge?: boolean): void {
  const dotted = name.replaceAll('__', '.');
  const [head = '', ...rest] = dotted.split('.');
  try {
    const parsed = parseValue(machine, value);
    if (rest.length > 0) setNested(machine, store, head, rest, parsed);
    else setParsed(machine, store, upperName(name.trim()), parsed, merge);
  } catch (error) {
    if (!(error instanceof DynaconfDoubt)) throw error;
    const { cause } = error;
    store.values.set(head.trim().toUpperCase(), cause ? machine.derive(cause) : machine.unknown(error.why));
  }
}

/** A nested key is set in a dict of its own, into which what is there already is merged. */
function setNested(
  machine: Machine,
  store: DynaconfStore,
  head: string,
  rest: readonly string[],
  value: PyValue,
): void {
  if (head === '' || rest.includes('')) throw new DynaconfDoubt('such a nested name is not followed');
  const path = [head, ...rest];
  const fresh = emptyBox(machine);
  let tree = fresh;
  for (const name of path.slice(0, -1)) {
    const inner = emptyBox(machine);
    tree.entries.set(stringKey(name), { key: str(name), value: inner });
    tree = inner;
  }
  const last = path.at(-1) ?? '';
  tree.entries.set(stringKey(last), { key: str(last), value: markOf(value) ? value : boxed(machine, value) });
  const existing = store.values.get(head.toUpperCase());
  if (existing) {
    const truth = machine.truth(existing);
    if (truth === 'maybe') throw new DynaconfDoubt('what is there already is not known', existing);
    if (truth === 'yes') {
      const old = emptyBox(machine);
      old.entries.set(certainKey(str(head)), { key: str(head), value: freshLists(existing) });
      mergeObjects(machine, old, fresh, false, path);
    }
  }
  for (const { key, value: made } of fresh.entries.values()) {
    if (key.kind === 'str')
      setParsed(machine, store, upperName(key.value.trim()), parseValue(machine, made), undefined);
  }
}

function setParsed(
  machine: Machine,
  store: DynaconfStore,
  name: string,
  given: PyValue,
  merge: boolean | undefined,
): void {
  const before = store.values.get(name);
  const existing = before && freshLists(before);
  const mark = markOf(given);
  if (mark?.kind === 'delete') throw new DynaconfDoubt('dynaconf deletes it');
  let value = given;
  if (mark) {
    const counts = mark.kind === 'insert' || (existing && certainTruth(machine, existing));
    value = counts ? markedValue(machine, mark, existing) : mark.value;
  }
  if (existing && existing.kind !== 'none' && mayMerge(store, value, merge) && !sameFor(machine, existing, value)) {
    value = merge
      ? mergeObjects(machine, existing, value)
      : mergeMarked(machine, existing, value, merge ?? store.mergeEnabled);
  }
  store.values.set(name, boxed(machine, value));
}

/** Only lists and dicts are merged: a comparison with anything else decides nothing. */
function mayMerge(store: DynaconfStore, value: PyValue, merge: boolean | undefined): boolean {
  if (value.kind !== 'list' && value.kind !== 'dict') return false;
  if (merge ?? store.mergeEnabled) return true;
  const items = value.kind === 'list' ? value.items : [...value.entries.values()].map(({ key }) => key);
  return items.some((item) => (item.kind === 'str' ? /^dynaconf_merge/iu.test(item.value) : isOpaque(item)));
}

const isOpaque = ({ kind }: PyValue): boolean => kind === 'unknown' || kind === 'choice' || kind === 'instance';

function certainTruth(machine: Machine, value: PyValue): boolean {
  const truth = machine.truth(value);
  if (truth === 'maybe') throw new DynaconfDoubt('what is there already is not known', value);
  return truth === 'yes';
}
