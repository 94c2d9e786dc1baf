/** `os.environ`: a mapping whose reads ask the scenario, and whose changes the settings see afterwards. */

import {
  deleteVariable,
  type Found,
  openEnvironment,
  peekVariable,
  readVariable,
  setVariable,
  variableNames,
  withVariableName,
} from '../../environment/process.js';
import { dictOf } from '../keys.js';
import { instance, type Machine, method, nativeClass, textOf } from '../native.js';
import {
  bool,
  bytes,
  int,
  iterator,
  list,
  none,
  notImplemented,
  type PyInstance,
  type PyList,
  type PyUnknown,
  type PyValue,
  str,
  tuple,
} from '../value.js';
import { abstractMeta } from './abc.js';
import { environView } from './environ-views.js';
import { pairOf } from './pair.js';
import { shortTypeName } from './path-argument.js';
import { refuseHalves, refuseUntellable } from './system-text.js';
import { encodeUtf8 } from './utf8.js';

const COMPARED = 'whether an object is equal to the environment is not modelled';

/** The one `os.environ` of an evaluation. */
export function osEnviron(machine: Machine): PyInstance {
  return machine.once('os.environ', () => instance(environClass(machine), undefined));
}

function environClass(machine: Machine) {
  const accept = { unknowns: 'accept' } as const;
  return nativeClass(machine, {
    name: '_Environ',
    module: 'os',
    metaclass: abstractMeta(machine),
    members: {
      // As every mapping.
      __hash__: none,
      __getitem__: method('os.environ.__getitem__', '(self, key)', (m, args) =>
        withVariableName(m, args.get('key'), (name) =>
          readVariable(m, { name, required: true }, 'required', (found) => found ?? missing(m, name)),
        ),
      ),
      get: method(
        'os.environ.get',
        '(self, key, default=)',
        (m, args) => getVariable(m, args.get('key'), args.optional('default')),
        accept,
      ),
      __contains__: method('os.environ.__contains__', '(self, key)', (m, args) =>
        withVariableName(m, args.get('key'), (name) =>
          readVariable(m, { name, required: false }, 'presence', (found) => bool(found !== undefined)),
        ),
      ),
      __setitem__: method(
        'os.environ.__setitem__',
        '(self, key, value)',
        (m, args) => {
          assign(m, args.get('key'), args.get('value'));
          return none;
        },
        accept,
      ),
      __delitem__: method('os.environ.__delitem__', '(self, key)', (m, args) =>
        withVariableName(m, args.get('key'), (name) => {
          refuseUntellable(m, name);
          if (name === '' || name.includes('=')) return m.raise('OSError', int(22), 'Invalid argument');
          return peekVariable(m, { name, required: false }, 'presence', (found) => {
            if (!found) return missing(m, name);
            deleteVariable(m, name);
            return none;
          });
        }),
      ),
      setdefault: method(
        'os.environ.setdefault',
        '(self, key, value)',
        (m, args) => setDefault(m, args.get('key'), args.get('value')),
        accept,
      ),
      pop: method(
        'os.environ.pop',
        '(self, key, default=)',
        (m, args) =>
          withVariableName(m, args.get('key'), (name) => {
            const otherwise = args.optional('default');
            return readVariable(
              m,
              readOf(name, otherwise, otherwise === undefined),
              howOf(otherwise, 'required'),
              (found) => {
                if (found) deleteVariable(m, name);
                return found ?? otherwise ?? missing(m, name);
              },
            );
          }),
        accept,
      ),
      update: method(
        'os.environ.update',
        '(self, other=, /, **entries)',
        (m, args) => {
          const other = args.optional('other');
          if (other) updateFrom(m, other);
          for (const [name, value] of args.extra) assign(m, str(name), value);
          return none;
        },
        accept,
      ),
      copy: method('os.environ.copy', '(self)', (m) => snapshot(m)),
      items: method('os.environ.items', '(self)', (m) =>
        environView(m, 'ItemsView', (m) => listOf(m, (name, value) => tuple([str(name), value]))),
      ),
      keys: method('os.environ.keys', '(self)', (m) =>
        environView(m, 'KeysView', (m) => listOf(m, (name) => str(name))),
      ),
      values: method('os.environ.values', '(self)', (m) =>
        environView(m, 'ValuesView', (m) => listOf(m, (_, value) => value)),
      ),
      __iter__: method('os.environ.__iter__', '(self)', (m) => {
        const names = listOf(m, (name) => str(name));
        return iterator('generator', names.kind === 'list' ? names.items : [m.derive(names, { many: true })]);
      }),
      __len__: method('os.environ.__len__', '(self)', (m) => {
        const { names, open } = variableNames(m);
        return open ? m.derive(open, { type: 'int' }) : int(names.length);
      }),
      __or__: method('os.environ.__or__', '(self, other)', (m, args) => {
        const other = args.get('other');
        return ['dict', 'instance', 'unknown', 'choice'].includes(other.kind)
          ? m.binary('|', snapshot(m), other)
          : m.raise('TypeError', `unsupported operand type(s) for |: '_Environ' and '${m.typeName(other)}'`);
      }),
      __ror__: method('os.environ.__ror__', '(self, other)', (m, args) => {
        const other = args.get('other');
        return other.kind === 'dict' ? m.binary('|', other, snapshot(m)) : notImplemented;
      }),
      __ior__: method(
        'os.environ.__ior__',
        '(self, other)',
        (m, args) => {
          updateFrom(m, args.get('other'));
          return args.get('self');
        },
        accept,
      ),
      __eq__: method('os.environ.__eq__', '(self, other)', (m, args) => {
        const other = args.get('other');
        if (other.kind === 'instance') return other === args.get('self') ? bool(true) : m.unknown(COMPARED);
        return other.kind === 'dict' ? m.compare('==', snapshot(m), other) : notImplemented;
      }),
      __repr__: method('os.environ.__repr__', '(self)', (m) =>
        m.unknown('it prints the whole environment', { type: 'str' }),
      ),
    },
  });
}

/** Raised while the bytes of the name are looked for in vain, which its context tells. */
function missing(machine: Machine, name: string): never {
  const [error, first] = [str(name), bytes(encodeUtf8(name) ?? '')].map((key) =>
    machine.call(machine.builtin('KeyError'), [key]),
  );
  if (error?.kind !== 'instance' || !first) return machine.raise('KeyError', name);
  for (const [key, value] of [
    ['__context__', first],
    ['__cause__', none],
  ] as const)
    error.attributes.entries.set(`exception.${key}`, { key: str(key), value });
  return machine.raise(error);
}

/** `os.environ.get(key, default)` and `os.getenv`. */
export function getVariable(machine: Machine, key: PyValue, otherwise: PyValue | undefined): PyValue {
  return withVariableName(machine, key, (name) =>
    readVariable(
      machine,
      readOf(name, otherwise, false),
      howOf(otherwise, 'optional'),
      (found) => found ?? otherwise ?? none,
    ),
  );
}

function readOf(name: string, otherwise: PyValue | undefined, required: boolean) {
  return { name, required, ...(otherwise && otherwise.kind !== 'none' ? { default: otherwise } : {}) };
}

function howOf(otherwise: PyValue | undefined, without: 'required' | 'optional') {
  if (otherwise === undefined) return without;
  return otherwise.kind === 'none' ? 'optional' : 'defaulted';
}

/** `os.environ[key] = value`: both must be strings. */
function assign(machine: Machine, key: PyValue, value: PyValue): void {
  if (key.kind === 'unknown') {
    openEnvironment(machine, key);
    return;
  }
  machine.each(key, (one) => {
    const name = textOf(one);
    if (name === undefined) return machine.raise('TypeError', `str expected, not ${shortTypeName(machine, one)}`);
    // The name is encoded before the value is looked at, and the value then; what neither may hold is found by the system.
    refuseHalves(machine, name);
    const to = text(machine, value);
    if (to.kind === 'str') refuseHalves(machine, to.value);
    refuseUntellable(machine, name);
    if (to.kind === 'str') refuseUntellable(machine, to.value);
    if (name.includes('=')) return machine.raise('ValueError', 'illegal environment variable name');
    if (name === '') return machine.raise('OSError', int(22), 'Invalid argument');
    setVariable(machine, name, to);
    return none;
  });
}

function text(machine: Machine, value: PyValue): PyValue {
  if (value.kind === 'str') return value;
  if (value.kind === 'unknown') return machine.derive(value, { type: 'str' });
  if (value.kind === 'choice') return machine.each(value, (option) => text(machine, option));
  return machine.raise('TypeError', `str expected, not ${shortTypeName(machine, value)}`);
}

function setDefault(machine: Machine, key: PyValue, value: PyValue): PyValue {
  return withVariableName(machine, key, (name) =>
    peekVariable(machine, { name, required: false, default: value }, 'defaulted', (found): PyValue => {
      if (found) return found;
      assign(machine, str(name), value);
      return value;
    }),
  );
}

function updateFrom(machine: Machine, other: PyValue): void {
  if (other.kind === 'unknown') {
    openEnvironment(machine, other);
    return;
  }
  if (other.kind === 'dict') {
    machine.each(other, () => {
      for (const { key, value } of other.entries.values()) assign(machine, key, value);
      if (other.open) openEnvironment(machine, other.open);
      return none;
    });
    return;
  }
  const pairs = machine.findAttribute(other, 'items') ? machine.invoke(other, 'items') : other;
  for (const pair of machine.iterate(pairs)) {
    if (pair.kind === 'unknown') {
      openEnvironment(machine, pair);
      continue;
    }
    const parts = pairOf(machine, pair);
    if ('kind' in parts) openEnvironment(machine, machine.derive(parts));
    else assign(machine, parts[0], parts[1]);
  }
}

/** A list made of every variable; a rest that is not known stands at its end. */
function listOf(machine: Machine, make: (name: string, value: PyValue) => PyValue): PyList {
  const { names, open } = variableNames(machine);
  const items: PyValue[] = names.map((name) => make(name, valueOf(machine, name)));
  return list(open ? [...items, open] : items);
}

function valueOf(machine: Machine, name: string): PyValue {
  return peekVariable(machine, { name, required: false }, 'presence', (found: Found | undefined) => found ?? none);
}

function snapshot(machine: Machine): PyValue {
  const { names, open } = variableNames(machine);
  const dict = dictOf(names.map((name) => [str(name), valueOf(machine, name)] as const));
  if (open) {
    dict.open = restOf(machine, open);
    dict.first = 0;
  }
  return dict;
}

function restOf(machine: Machine, open: PyUnknown): PyUnknown {
  return machine.derive(open, { many: true });
}
