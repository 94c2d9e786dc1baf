/** django-configurations' `values`: attributes that read the environment under their own name, behind a prefix. */

import { reprText } from '../evaluate/library/python-text.js';
import { type Bound, instance, type Machine, method, property, textOf } from '../evaluate/native.js';
import {
  bool,
  type Entry,
  emptyNamespace,
  none,
  type PyClass,
  type PyInstance,
  type PyValue,
  str,
  stringKey,
} from '../evaluate/value.js';
import { kindsOf, typeOfKind } from './configurations-kinds.js';
import { classOf, get, isSettingAttribute, isTrue, isValue, MODULE, on } from './configurations-object.js';
import { readVariable } from './process.js';

/** The classes of the module. */
export function valueClasses(machine: Machine): Readonly<Record<string, PyValue>> {
  const base = classOf(machine, 'Value', [machine.builtin('object')], valueMembers());
  return { Value: base, ...kindsOf(machine, base) };
}

function valueMembers(): Readonly<Record<string, PyValue>> {
  const shown = (name: string) =>
    on(`Value.${name}`, '', (m, self) => m.call(m.builtin(name.slice(2, -2)), [get(m, self, 'value')]));
  return {
    multiple: bool(false),
    late_binding: bool(false),
    environ_required: bool(false),
    __new__: method(`${MODULE}.Value.__new__`, '(cls, *args, **extra)', makeValue, { unknowns: 'accept' }),
    __init__: on(
      'Value.__init__',
      ', default=, environ=, environ_name=, environ_prefix=, environ_required=, *args, **extra',
      initialise,
    ),
    __str__: shown('__str__'),
    __repr__: shown('__repr__'),
    __bool__: shown('__bool__'),
    __eq__: on('Value.__eq__', ', other', (m, self, args) => m.compare('==', get(m, self, 'value'), args.get('other'))),
    value: property(`${MODULE}.Value.value`, (m, self) => {
      if (self.kind !== 'instance') return m.derive(self);
      const name = get(m, self, 'environ_name');
      if (!ownValue(self) && isTrue(m, name)) m.invoke(self, 'setup', name);
      return ownValue(self) ?? get(m, self, 'default');
    }),
    full_environ_name: on('Value.full_environ_name', ', name', (m, self, args) => fullName(m, self, args.get('name'))),
    setup: on('Value.setup', ', name', (m, self, args) => setup(m, self, args.get('name'))),
    to_python: on('Value.to_python', ', value', (_, __, args) => args.get('value')),
  };
}

function ownValue(self: PyInstance): PyValue | undefined {
  return self.attributes.entries.get(stringKey('_value'))?.value;
}

/** With a name given (or with a default and no environment) the object is read at once, and what was read stands in its place. */
function makeValue(machine: Machine, args: Bound): PyValue {
  const cls = args.get('cls');
  if (cls.kind !== 'class') return machine.unknown('it is not a plain value class');
  const made = instance(cls, undefined, emptyNamespace());
  const late = args.extra.get('late_binding');
  if (late) machine.setAttribute(made, 'late_binding', late);
  if (isTrue(machine, get(machine, made, 'late_binding'))) return made;
  machine.call(get(machine, made, '__init__'), args.rest, args.extra);
  const [environ, name] = [get(machine, made, 'environ'), get(machine, made, 'environ_name')];
  const atOnce = isTrue(machine, environ) ? isTrue(machine, name) : isTrue(machine, get(machine, made, 'default'));
  return atOnce ? machine.invoke(made, 'setup', name) : made;
}

function initialise(machine: Machine, self: PyInstance, args: Bound): PyValue {
  const given = args.optional('default') ?? none;
  const inner = isValue(given) ? get(machine, given, 'default') : none;
  const prefix = args.optional('environ_prefix') ?? str('DJANGO');
  const state = {
    default: inner.kind === 'none' ? given : machine.call(machine.from('copy', 'copy'), [inner]),
    environ: args.optional('environ') ?? bool(true),
    environ_prefix: prefix.kind === 'str' ? str(prefix.value.replace(/_$/u, '')) : prefix,
    environ_name: args.optional('environ_name') ?? none,
    environ_required: args.optional('environ_required') ?? bool(false),
  };
  for (const [name, value] of Object.entries(state)) machine.setAttribute(self, name, value);
  return none;
}

function fullName(machine: Machine, self: PyInstance, name: PyValue): PyValue {
  const given = get(machine, self, 'environ_name');
  const own = isTrue(machine, given) ? given : machine.invoke(name, 'upper');
  const prefix = get(machine, self, 'environ_prefix');
  return isTrue(machine, prefix) ? machine.binary('+', machine.binary('+', prefix, str('_')), own) : own;
}

function setup(machine: Machine, self: PyInstance, name: PyValue): PyValue {
  const value = isTrue(machine, get(machine, self, 'environ'))
    ? read(machine, self, name)
    : get(machine, self, 'default');
  machine.setAttribute(self, '_value', value);
  return value;
}

function read(machine: Machine, self: PyInstance, name: PyValue): PyValue {
  const full = textOf(machine.invoke(self, 'full_environ_name', name));
  if (full === undefined) return machine.unknown('the name of the variable is not known');
  const otherwise = get(machine, self, 'default');
  const required = isTrue(machine, get(machine, self, 'environ_required'));
  const request = { name: full, required, cast: self.cls.name, ...(required ? {} : { default: otherwise }) };
  return readVariable(machine, request, required ? 'required' : 'defaulted', (found) => {
    if (found) {
      const type = typeOfKind(self.cls);
      return found.kind === 'unknown' && type !== undefined
        ? machine.derive(found, type)
        : machine.invoke(self, 'to_python', found);
    }
    if (!required) return otherwise;
    const shown = textOf(machine.repr(name)) ?? '';
    const message = `Value ${shown} is required to be set as the environment variable ${reprText(full)}`;
    return machine.raise('ValueError', message);
  });
}

/** Put what a value object reads under its name; an e-mail URL gives several settings. */
export function setUpValue(
  machine: Machine,
  name: string,
  value: PyInstance,
  put: (name: string, value: PyValue) => void,
): void {
  const made = machine.invoke(value, 'setup', str(name));
  put(name, get(machine, value, 'value'));
  if (!isTrue(machine, get(machine, value, 'multiple')) || made.kind !== 'dict') return;
  for (const { key, value: part } of made.entries.values()) put(textOf(key) ?? '', part);
}

/** `Configuration.setup`: the value objects of a class are replaced by what they read. */
export function setUpOnClass(machine: Machine, cls: PyClass): void {
  const names = new Set(
    cls.mro.flatMap((one) => [...one.attributes.entries.values()].map(({ key }) => textOf(key) ?? '')),
  );
  for (const name of [...names].sort().filter(isSettingAttribute)) {
    const entry = cls.mro.map((one) => one.attributes.entries.get(stringKey(name))).find((one) => one !== undefined);
    if (!entry || !isValue(entry.value)) continue;
    const made = withRead(machine, entry, entry.value, name);
    setUpValue(machine, name, entry.value, (target, value) => {
      machine.touch(cls.attributes);
      cls.attributes.entries.set(stringKey(target), { ...made, key: str(target), value });
    });
  }
}

/** How an attribute came about, with the variable that its value object reads. */
function withRead(machine: Machine, entry: Entry, value: PyInstance, name: string): Entry {
  const { steps = [], made, reads = [] } = entry.origin ?? { made: undefined };
  const variable = isTrue(machine, get(machine, value, 'environ'))
    ? textOf(machine.invoke(value, 'full_environ_name', str(name)))
    : undefined;
  return {
    ...entry,
    origin: { steps, made, reads: new Set([...reads, ...(variable === undefined ? [] : [variable])]) },
  };
}
