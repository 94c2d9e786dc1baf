/** The ground that django-configurations' classes stand on: their methods, their bases, and which names are settings. */
import { type Bound, type Machine, method } from '../evaluate/native.js';
import { type Entry, type PyInstance, type PyValue, record, str, stringKey, tuple } from '../evaluate/value.js';

/** Where the value classes live. */
export const MODULE = 'configurations.values';

/** A member of one of the classes: `self` is an instance of it. */
export type Member = (machine: Machine, self: PyInstance, args: Bound) => PyValue;

/** A method of a class of `configurations.values`. */
export function on(name: string, signature: string, run: Member): PyValue {
  return method(
    `${MODULE}.${name}`,
    `(self${signature})`,
    (machine, args) => {
      const self = args.get('self');
      return self.kind === 'instance' ? run(machine, self, args) : machine.unknown('it is not a plain value object');
    },
    { unknowns: 'accept' },
  );
}

/** A class of `configurations.values` as a class statement would make it. */
export function classOf(
  machine: Machine,
  name: string,
  bases: readonly PyValue[],
  members: Readonly<Record<string, PyValue>>,
): PyValue {
  const body = record({ __module__: str(MODULE), ...members });
  return machine.call(machine.builtin('type'), [str(name), tuple(bases), body]);
}

/** `super(owner, self).name`, as a method of the class of that name calls it. */
export function above(machine: Machine, self: PyInstance, owner: string, name: string): PyValue {
  const index = self.cls.mro.findIndex((cls) => cls.name === owner && cls.module === MODULE);
  for (const cls of self.cls.mro.slice(index + 1)) {
    const found = cls.attributes.entries.get(stringKey(name))?.value;
    if (found) return { kind: 'method', self, callee: found };
  }
  return machine.unknown(`\`${name}\` of the bases is not modelled`);
}

/** Whether it is a value object. */
export function isValue(value: PyValue): value is PyInstance {
  return value.kind === 'instance' && value.cls.mro.some((cls) => cls.name === 'Value' && cls.module === MODULE);
}

/** An attribute of a value object; raises as Python does. */
export function get(machine: Machine, self: PyInstance, name: string): PyValue {
  return machine.getAttribute(self, name);
}

/** Whether a value is true, or may be. */
export function isTrue(machine: Machine, value: PyValue): boolean {
  return machine.truth(value) !== 'no';
}

/** The names that become settings. */
export function isSettingAttribute(name: string): boolean {
  return name === name.toUpperCase() && !name.startsWith('_');
}

/** Django's default settings as entries of a namespace: what is still one of them, no class has changed. */
export function defaultEntries(machine: Machine): ReadonlyMap<string, Entry> {
  return machine.once('configurations.defaults', () => {
    const module = machine.importModule('django.conf.global_settings');
    const entries = new Map<string, Entry>();
    for (const entry of module.kind === 'module' ? module.namespace.entries.values() : []) {
      if (entry.key.kind === 'str' && isSettingAttribute(entry.key.value)) entries.set(entry.key.value, entry);
    }
    return entries;
  });
}

/** `super().__init__` with the arguments as they came, but for those that the kind keeps to itself. */
export function initAbove(
  machine: Machine,
  self: PyInstance,
  owner: string,
  args: Bound,
  more: Readonly<Record<string, PyValue>> = {},
  own: readonly string[] = [],
): void {
  const keywords = new Map([...args.extra].filter(([name]) => !own.includes(name)));
  for (const [name, value] of Object.entries(more)) keywords.set(name, value);
  machine.call(above(machine, self, owner, '__init__'), args.rest, keywords);
}

/** The parameters of most of their `__init__`s. */
export const INIT = ', *args, **extra';

/** Raise the kind's complaint about a value. */
export function refuse(machine: Machine, self: PyInstance, value: PyValue): never {
  const message = machine.invoke(get(machine, self, 'message'), 'format', value, value);
  return machine.raise('ValueError', message);
}
