/** dynaconf's DynaBox: the dict that its dicts become, whose keys are found in either case and as attributes. */

import { dictOf, keyOf } from '../evaluate/keys.js';
import { partialClass } from '../evaluate/library/partial-class.js';
import { instance, type Machine, method, nativeClass } from '../evaluate/native.js';
import { list, none, type PyClass, type PyDict, type PyValue, str, stringKey } from '../evaluate/value.js';
import { DynaconfDoubt } from './dynaconf-doubt.js';
import { markOf } from './dynaconf-meta.js';

/** The class `DynaBox`. */
export function boxClass(machine: Machine): PyClass {
  return machine.once('dynaconf.DynaBox', () => makeClass(machine));
}

function makeClass(machine: Machine): PyClass {
  const accept = { unknowns: 'accept' } as const;
  const look = (m: Machine, self: PyValue, key: PyValue): PyValue => m.each(key, (one) => looked(m, self, one));
  return nativeClass(machine, {
    name: 'DynaBox',
    module: 'dynaconf.utils.boxing',
    base: machine.builtinClass('dict'),
    members: {
      __getattr__: method(
        'DynaBox.__getattr__',
        '(self, item)',
        (m, a) => look(m, a.get('self'), a.get('item')),
        accept,
      ),
      __missing__: method(
        'DynaBox.__missing__',
        '(self, item)',
        (m, a) => look(m, a.get('self'), a.get('item')),
        accept,
      ),
      get: method(
        'DynaBox.get',
        '(self, item, default=, bypass_eval=)',
        (m, args) => {
          const self = args.get('self');
          if (self.kind !== 'dict' || args.some('bypass_eval'))
            return m.unknown('this look into a DynaBox is not followed');
          return m.each(args.get('item'), (key) => {
            if (key.kind === 'unknown') return m.derive(key);
            const found = entryIn(self, key);
            if (found) return found;
            return self.open ? m.derive(self.open) : (args.optional('default') ?? none);
          });
        },
        accept,
      ),
      to_dict: method('DynaBox.to_dict', '(self)', (_, args) => plain(args.get('self')), accept),
      __repr__: method(
        'DynaBox.__repr__',
        '(self)',
        (m, args) => m.binary('+', m.binary('+', str('<Box: '), m.repr(plain(args.get('self')))), str('>')),
        accept,
      ),
      __str__: method('DynaBox.__str__', '(self)', (m, args) => m.repr(plain(args.get('self'))), accept),
    },
  });
}

/** A key that is not there as it is written: in another case, or not at all, of which the error's words are not modelled. */
function looked(machine: Machine, self: PyValue, key: PyValue): PyValue {
  if (key.kind === 'unknown') return machine.derive(key);
  if (self.kind !== 'dict') return machine.unknown('this look into a DynaBox is not followed');
  const found = entryIn(self, key);
  if (found) return found;
  const why = self.open
    ? machine.derive(self.open)
    : machine.unknown('whether the DynaBox has such a key is not certain');
  return machine.branch(
    'maybe',
    () => why,
    () => machine.raise('KeyError', why),
    why,
  );
}

/** The value under a key, or under the key that differs from it in its case alone. */
export function entryIn(dict: PyDict, key: PyValue): PyValue | undefined {
  const found = keyOf(key);
  const own = 'key' in found ? dict.entries.get(found.key)?.value : undefined;
  if (own || key.kind !== 'str') return own;
  const other = casingIn(key.value, dict);
  return other === undefined ? undefined : dict.entries.get(stringKey(other))?.value;
}

/** The key of a dict that a name means: the same one, else the first that differs in its case, or in blanks for underscores. */
export function casingIn(name: string, dict: PyDict): string | undefined {
  if (dict.entries.has(stringKey(name))) return name;
  const lower = name.toLowerCase();
  for (const { key } of dict.entries.values()) {
    if (key.kind !== 'str') return undefined;
    if (key.value.toLowerCase() === lower || key.value.replaceAll(' ', '_').toLowerCase() === lower) return key.value;
  }
  return undefined;
}

/** The class `BoxList`, of which only that it is a list is modelled. */
function listClass(machine: Machine): PyClass {
  return machine.once('dynaconf.BoxList', () =>
    partialClass(machine, {
      name: 'BoxList',
      module: 'dynaconf.vendor.box.box_list',
      base: machine.builtinClass('list'),
      members: {},
    }),
  );
}

/** An empty DynaBox. */
export function emptyBox(machine: Machine): PyDict {
  const cls = boxClass(machine);
  return { ...dictOf([]), cls, instance: instance(cls, undefined) };
}

/** A dict as a DynaBox, and the dicts inside it, also those in lists; any other value as it is. */
export function boxed(machine: Machine, value: PyValue): PyValue {
  if (markOf(value)) throw new DynaconfDoubt('a mark for merging stays where nothing is merged');
  if (value.kind === 'list') {
    if (value.options) return value;
    return { ...list(value.items.map((item) => boxed(machine, item))), cls: listClass(machine) };
  }
  if (value.kind !== 'dict' || value.options) return value;
  const box = emptyBox(machine);
  box.open = value.open;
  for (const [key, entry] of value.entries)
    box.entries.set(key, { key: entry.key, value: boxed(machine, entry.value) });
  return box;
}

/** Whether a value is a DynaBox. */
export function isBox(value: PyValue): boolean {
  return value.kind === 'dict' && value.cls?.name === 'DynaBox';
}

/** What reading an item gives: of a DynaBox, a list is a new list each time. */
export function readItem(dict: PyDict, value: PyValue): PyValue {
  return isBox(dict) ? freshLists(value) : value;
}

/** A list as a new one, with new ones for the lists in it. */
export function freshLists(value: PyValue): PyValue {
  return value.kind === 'list' && !value.options ? { ...value, items: value.items.map(freshLists) } : value;
}

/** A DynaBox as plain dicts and lists. */
function plain(value: PyValue): PyValue {
  if (value.kind === 'list' && !value.options) return list(value.items.map(plain));
  if (value.kind !== 'dict' || !isBox(value)) return value;
  const { cls: _, instance: __, ...bare } = value;
  const entries = new Map(
    [...value.entries].map(([key, entry]) => [key, { key: entry.key, value: plain(entry.value) }]),
  );
  return { ...bare, entries };
}

/** The key under which a dict holds a value; a key that is not certain leaves all of it in doubt. */
export function certainKey(key: PyValue) {
  const found = keyOf(key);
  if (!('key' in found)) throw new DynaconfDoubt('a key is not known', key);
  return found.key;
}
